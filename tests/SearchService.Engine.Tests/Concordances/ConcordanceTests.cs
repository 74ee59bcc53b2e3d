using FsCheck.Fluent;
using SearchService.Articles;
using SearchService.Engine.Concordances;
using SearchService.Engine.Querying;
using Xunit;

namespace SearchService.Engine.Tests.Concordances;

public class ConcordanceTests
{
    [Fact]
    public void LinesAreThoseThatReadingEveryArticleFinds()
    {
        var articles = RandomArchives.Articles(11, 80, 25);
        using var archive = new TestArchive(articles);
        foreach (var gone in articles.Where((_, i) => i % 9 == 0))
            archive.Archive.Delete(gone.Id);
        archive.Archive.Refresh();
        var kept = articles.Where((_, i) => i % 9 != 0).ToArray();

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var (query, sort, context) = (RandomArchives.Query(random, 3), Enum.GetValues<ConcordanceSort>()[random.Next(8)], random.Next(1, 6));
            var expected = Expected(kept, query, sort, context);
            var lines = archive.Archive.ConcordanceLines(Request(query, sort, context), TestContext.Current.CancellationToken).ToList();
            var page = archive.Archive.Concordance(Request(query, sort, context), TestContext.Current.CancellationToken);
            return (lines.Select(Told).SequenceEqual(expected.Select(line => line.Told))
                && page.Total.Value == expected.Count
                && page.Articles == expected.Select(line => line.Id).Distinct().Count()
                && lines.All(line => kept.Single(article => article.Id == line.ArticleId) is var article && TextOf(article, line.Field).Substring(line.Start, line.Length) == line.Keyword))
                .Label($"{query} {sort} {context}");
        }).QuickCheckThrowOnFailureWith(300);
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("right1")]
    public void PagesFollowEachOtherWhileArticlesAreAdded(string sort)
    {
        using var archive = new TestArchive(RandomArchives.Articles(5, 60, 20));
        var expected = archive.Archive.ConcordanceLines(Request("=रूस", Enum.Parse<ConcordanceSort>(sort, ignoreCase: true), 3), TestContext.Current.CancellationToken).Select(Told).ToList();

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            Assert.True(ConcordanceRequest.TryCreate(new() { Q = "=रूस", Sort = sort, PageSize = "13", Cursor = cursor }, "3", out var request, out _));
            var page = archive.Archive.Concordance(request, TestContext.Current.CancellationToken);
            Assert.Equal(expected.Count, page.Total.Value);
            Assert.Empty(page.Warnings);
            seen.AddRange(page.Lines.Select(Told));
            cursor = page.NextCursor;
            archive.Add(new Article { Id = $"new{seen.Count}", Headline = "रूस", PublishedAt = new(2030, 1, 1, 0, 0, 0, default) });
        }
        while (cursor is not null);

        Assert.Equal(expected, seen);
    }

    [Fact]
    public void TheTextAroundIsThatOfTheFieldOnOneLine()
    {
        using var archive = new TestArchive(new Article { Id = "a", Headline = "h", Body = "“नमस्ते,”\n\nकहा रूस-चीन ने।\tफिर रूस,\nरूस!" });

        var lines = archive.Archive.Concordance(Request("=रूस", ConcordanceSort.Newest, 2), TestContext.Current.CancellationToken).Lines;

        Assert.Equal(["“नमस्ते,” कहा [रूस]-चीन ने", "ने। फिर [रूस], रूस!", "फिर रूस, [रूस]!"], lines.Select(line => $"{line.Left}[{line.Keyword}]{line.Right}"));
    }

    [Fact]
    public void ACompoundIsOneOccurrenceHoweverItIsFound()
    {
        using var archive = new TestArchive(new Article { Id = "a", Headline = "h", Body = "आज जम्मू-कश्मीर में और जम्मू कश्मीर में" });

        var lines = archive.Archive.Concordance(Request("जम्मू-कश्मीर", ConcordanceSort.Newest, 1), TestContext.Current.CancellationToken).Lines;

        Assert.Equal(["आज [जम्मू-कश्मीर] में", "और [जम्मू कश्मीर] में"], lines.Select(line => $"{line.Left}[{line.Keyword}]{line.Right}"));
    }

    [Fact]
    public void AnArticleChangedMeanwhileIsLeftOutAndTold()
    {
        using var archive = new TestArchive([.. Enumerable.Range(0, 3).Select(i => new Article { Id = $"a{i}", Headline = "रूस", PublishedAt = new(2020, 1, 3 - i, 0, 0, 0, default) })]);
        Assert.True(ConcordanceRequest.TryCreate(new() { Q = "=रूस", PageSize = "1" }, null, out var request, out _));
        var first = archive.Archive.Concordance(request, TestContext.Current.CancellationToken);
        archive.Add(new Article { Id = "a1", Headline = "चीन" });

        Assert.True(ConcordanceRequest.TryCreate(new() { Q = "=रूस", PageSize = "2", Cursor = first.NextCursor }, null, out request, out _));
        var second = archive.Archive.Concordance(request, TestContext.Current.CancellationToken);

        Assert.Equal(["a2"], second.Lines.Select(line => line.ArticleId));
        Assert.Equal(["article_gone"], second.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void AQueryWithoutWordsHasNoLines()
    {
        using var archive = new TestArchive(RandomArchives.Articles(5, 5, 5));

        var page = archive.Archive.Concordance(Request("category:देश", ConcordanceSort.Newest, 1), TestContext.Current.CancellationToken);

        Assert.Equal(0, page.Total.Value);
        Assert.Equal(["no_words"], page.Warnings.Select(warning => warning.Code));
    }

    [Theory]
    [InlineData("sideways", null, null, null, "sort")]
    [InlineData(null, "0", null, null, "context")]
    [InlineData(null, "51", null, null, "context")]
    [InlineData(null, null, "1001", null, "pageSize")]
    [InlineData(null, null, null, "nonsense", "cursor")]
    public void RefusesWhatCannotBe(string? sort, string? context, string? size, string? cursor, string parameter)
    {
        Assert.False(ConcordanceRequest.TryCreate(new() { Q = "रूस", Sort = sort, PageSize = size, Cursor = cursor }, context, out _, out var problem));
        Assert.Equal(parameter, problem.Parameter);
    }

    private static string TextOf(Article article, string field) => field switch { "headline" => article.Headline, "webTitle" => article.WebTitle, _ => article.Body };

    private static string Told(ConcordanceLine line) => $"{line.ArticleId} {line.Field}: {line.Left}[{line.Keyword}]{line.Right}";

    private static ConcordanceRequest Request(string query, ConcordanceSort sort, int context)
    {
        var parameters = new SearchParameters { Q = query, Sort = sort.ToString() };
        Assert.True(ConcordanceRequest.TryCreate(parameters, context.ToString(System.Globalization.CultureInfo.InvariantCulture), out var request, out var problem), problem?.Detail);
        return request;
    }

    private static List<(string Id, string Told)> Expected(Article[] articles, string query, ConcordanceSort sort, int context)
    {
        var node = QueryParser.Parse(query).Query!;
        var lines =
            from numbered in articles.Select((article, number) => (article, number))
            let time = (numbered.article.PublishedAt ?? numbered.article.UpdatedAt)?.ToUnixTimeSeconds()
            orderby time is null, sort == ConcordanceSort.Oldest ? time : -time, numbered.number
            from place in PlainScan.Of(numbered.article, node) ?? []
            select (numbered.article, place);
        var (side, nearest) = (sort.ToString()[..^1], sort.ToString()[^1] - '0');
        string Word(Article article, Place place, int distance) =>
            PlainScan.Words(article, place.Field).ElementAtOrDefault(side == "Left" ? place.Start - distance : place.End + distance) ?? "";
        if (side is "Left" or "Right")
        {
            lines = lines.OrderBy(line => Word(line.article, line.place, nearest), StringComparer.Ordinal)
                .ThenBy(line => nearest < 3 ? Word(line.article, line.place, nearest + 1) : "", StringComparer.Ordinal)
                .ThenBy(line => nearest < 2 ? Word(line.article, line.place, nearest + 2) : "", StringComparer.Ordinal);
        }

        return [.. lines.Select(line => (line.article.Id, Told(line.article, line.place, context)))];
    }

    private static string Told(Article article, Place place, int context)
    {
        var words = PlainScan.Words(article, place.Field);
        var left = string.Concat(words[Math.Max(0, place.Start - context)..place.Start].Select(word => word + " "));
        var right = string.Concat(words[(place.End + 1)..Math.Min(words.Length, place.End + 1 + context)].Select(word => " " + word));
        return $"{article.Id} {new[] { "headline", "webTitle", "body" }[place.Field]}: {left}[{string.Join(' ', words[place.Start..(place.End + 1)])}]{right}";
    }
}
