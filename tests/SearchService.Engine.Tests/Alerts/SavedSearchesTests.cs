using SearchService.Articles;
using SearchService.Engine.Alerts;
using SearchService.Engine.Querying;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Alerts;

public sealed class SavedSearchesTests : IDisposable
{
    private readonly TestArchive _archive = new(Article("old", "लावरोव का पुराना दौरा"));

    private SavedSearches Saved => _archive.Archive.SavedSearches;

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void An_arriving_article_is_matched_by_its_readings_too_and_what_was_there_is_not()
    {
        var search = Save("lavrov");
        Put(Article("new", "विदेश मंत्री लावरोव दिल्ली पहुंचे"), Article("other", "मौसम साफ रहेगा"));

        var match = Assert.Single(Matches(search));
        Assert.Equal(("new", "added"), (match.Article.Id, match.Change));
        Assert.Contains(match.Article.Highlights, highlight => highlight is { Field: "headline", Spans.Count: 1 } && highlight.Html.Contains("<mark>लावरोव</mark>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_the_archive_has_never_seen_is_matched_by_the_article_that_brings_it()
    {
        var search = Save("zelensky");
        Put(Article("first", "राष्ट्रपति ज़ेलेंस्की का भाषण"));

        Assert.Equal(_archive.Ids("zelensky"), Ids(search));
        Assert.Equal(["first"], Ids(search));
    }

    [Fact]
    public void Filters_and_syntax_count_as_in_a_search()
    {
        var search = Save("\"चुनाव आयोग\" -दिल्ली", p => p with { Category = ["देश"], From = "2021" });
        Put(
            Article("yes", "चुनाव आयोग की बैठक") with { Category = "देश", PublishedAt = At(2022) },
            Article("row", "आयोग का चुनाव") with { Category = "देश", PublishedAt = At(2022) },
            Article("not", "चुनाव आयोग दिल्ली में") with { Category = "देश", PublishedAt = At(2022) },
            Article("early", "चुनाव आयोग की बैठक") with { Category = "देश", PublishedAt = At(2020) },
            Article("world", "चुनाव आयोग की बैठक") with { Category = "विश्व", PublishedAt = At(2022) });

        Assert.Equal(["yes"], Ids(search));
    }

    [Fact]
    public void An_update_that_still_answers_arrives_again_and_one_that_does_not_leaves()
    {
        var search = Save("बाढ़");
        Put(Article("a", "बाढ़ से नुकसान"), Article("b", "बाढ़ की चेतावनी"));
        Assert.Equal(["b", "a"], Ids(search));

        Put(Article("a", "बाढ़ से भारी नुकसान"), Article("b", "मौसम साफ"));

        var match = Assert.Single(Matches(search));
        Assert.Equal(("a", "updated", "बाढ़ से भारी नुकसान"), (match.Article.Id, match.Change, match.Article.Headline));
    }

    [Fact]
    public void A_removal_is_out_of_the_feed_at_once()
    {
        var search = Save("बाढ़");
        Put(Article("a", "बाढ़ से नुकसान"), Article("b", "बाढ़ की चेतावनी"));
        _archive.Archive.Delete("b");

        Assert.Equal(["a"], Ids(search, caughtUp: false));
        Assert.Equal(1, Saved.Sum(search).Count);
    }

    [Fact]
    public void An_article_removed_and_brought_back_without_the_word_is_not_matched()
    {
        var search = Save("बाढ़");
        Put(Article("a", "बाढ़ से नुकसान"));
        _archive.Archive.Delete("a");
        Put(Article("a", "मौसम साफ"));

        Assert.Empty(Matches(search));
    }

    [Fact]
    public void Pages_go_from_the_last_to_arrive_to_the_first()
    {
        var search = Save("वर्षा");
        Put([.. Enumerable.Range(0, 25).Select(number => Article($"a{number}", "वर्षा"))]);
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            Assert.True(Saved.TryMatches(search, cursor, 10, out var page));
            Assert.Equal(25, page.Total);
            ids.AddRange(page.Matches.Select(match => match.Article.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 25).Reverse().Select(number => $"a{number}"), ids);
        Assert.False(Saved.TryMatches(search, "x", 10, out _));
    }

    [Fact]
    public void The_last_to_arrive_are_kept_and_the_answer_says_so()
    {
        var search = Save("रूस");
        _archive.Archive.Index(SomeArticles.Many(SavedSearches.MostMatches + 150, text: "रूस"), cancellation: TestContext.Current.CancellationToken);

        Assert.True(Saved.TryMatches(search, null, 1, out var page));
        Assert.Equal(SavedSearches.MostMatches, page.Total);
        Assert.Contains(page.Warnings, warning => warning.Code == "matches_capped");
        Assert.Equal(_archive.Archive.Status.Generation, page.MatchedTo);
    }

    [Fact]
    public void An_old_stock_that_is_filled_in_is_in_no_feed_and_what_comes_after_it_is()
    {
        var search = Save("रूस");
        Put(Article("before", "रूस"));
        _archive.Archive.FillIn(SomeArticles.Many(50, text: "रूस"), cancellation: TestContext.Current.CancellationToken);
        Put(Article("after", "रूस"));

        Assert.Equal(["after", "before"], Ids(search));
    }

    [Fact]
    public void A_search_is_kept_as_written_and_removed_with_its_matches()
    {
        var search = Save("lavrov -दिल्ली", p => p with { Place = ["मास्को"], Readings = "off", Sort = "newest", PageSize = "7" }, "लावरोव की यात्राएँ");
        var known = Assert.Single(Saved.List());

        Assert.Equal(search, known with { Asked = search.Asked });
        Assert.Equal(("lavrov -दिल्ली", "मास्को", "off"), (known.Asked.Q, Assert.Single(known.Asked.Place), known.Asked.Readings));
        Assert.Null(known.Asked.Sort ?? known.Asked.PageSize);
        Assert.Equal(("लावरोव की यात्राएँ", "hi"), (known.Title, known.Language));
        Assert.Equal("hello", Save("hello").Title);

        Assert.True(Saved.Remove(search.Id));
        Assert.False(Saved.Remove(search.Id));
        Assert.Null(Saved.Find(search.Id));
    }

    [Theory]
    [InlineData("\"लावरोव", null, null, "query_syntax", "q", 0)]
    [InlineData("x", "fr", null, "invalid_parameter", "language", null)]
    [InlineData("x", null, "gestern", "invalid_parameter", "from", null)]
    public void What_cannot_be_searched_is_refused_when_it_is_saved(string query, string? language, string? from, string code, string parameter, int? position)
    {
        Assert.False(Saved.TryAdd(null, language, new SearchParameters { Q = query, From = from }, out var saved, out var problem));
        Assert.Null(saved);
        Assert.Equal((code, parameter, position), (problem.Code, problem.Parameter, problem.Position));
    }

    [Fact]
    public void A_title_too_long_is_refused() =>
        Assert.False(Saved.TryAdd(new string('क', SavedSearches.MostTitleCharacters + 1), null, new SearchParameters { Q = "x" }, out _, out _));

    [Fact]
    public void An_archive_without_saved_searches_has_no_table_for_them()
    {
        Assert.Equal(0, Saved.Count);
        Assert.Empty(Saved.List());
        Assert.Null(Saved.Find("0123456789ab"));
        Assert.Equal(0, Saved.MatchedTo);
        Assert.False(Saved.Remove("0123456789ab"));
    }

    private static DateTimeOffset At(int year) => new(year, 6, 1, 12, 0, 0, TimeSpan.FromMinutes(330));

    private static Article Article(string id, string headline) => new() { Id = id, Headline = headline };

    private SavedSearch Save(string query, Func<SearchParameters, SearchParameters>? with = null, string? title = null)
    {
        var asked = new SearchParameters { Q = query };
        Assert.True(Saved.TryAdd(title, null, with?.Invoke(asked) ?? asked, out var saved, out var problem), problem?.Detail);
        return saved;
    }

    private void Put(params Article[] articles)
    {
        _archive.Add(articles);
        Saved.CatchUp(cancellation: TestContext.Current.CancellationToken);
    }

    private IReadOnlyList<MatchedArticle> Matches(SavedSearch search, bool caughtUp = true)
    {
        if (caughtUp)
            Saved.CatchUp(cancellation: TestContext.Current.CancellationToken);
        Assert.True(Saved.TryMatches(search, null, 100, out var page));
        return page.Matches;
    }

    private string[] Ids(SavedSearch search, bool caughtUp = true) => [.. Matches(search, caughtUp).Select(match => match.Article.Id)];
}
