using FsCheck.Fluent;
using SearchService.Articles;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using Xunit;

namespace SearchService.Engine.Tests.Results;

/// <summary>Random queries on random articles: the index must find what reading every article finds.</summary>
public class NaiveScanTests
{
    [Fact]
    public void FindsExactlyWhatReadingEveryArticleFinds()
    {
        var random = new Random(20210407);
        var articles = Enumerable.Range(0, 100).Select(i => new Article
        {
            Id = $"a{i}",
            Headline = RandomArchives.Text(random, 0, 4),
            WebTitle = RandomArchives.Text(random, 0, 3),
            Body = RandomArchives.Text(random, 0, 14),
        }).Where(article => article.Headline.Length + article.Body.Length > 0).ToArray();
        using var archive = new TestArchive(articles);
        foreach (var gone in articles.Where((_, i) => i % 10 == 0))
            archive.Archive.Delete(gone.Id);
        archive.Archive.Refresh();
        var kept = articles.Where((_, i) => i % 10 != 0).ToArray();

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var query = RandomArchives.Query(new Random(seed), 3, withFilters: false);
            var expected = kept.Where(article => Matches(QueryParser.Parse(query).Query!, article)).Select(article => article.Id).Order();
            return archive.Ids(query).Order().SequenceEqual(expected).Label(query);
        }).QuickCheckThrowOnFailureWith(400);
    }

    [Fact]
    public void EveryMatchOfAPositiveQueryIsMarkedAndMarksComeOffCleanly()
    {
        var random = new Random(7);
        var articles = Enumerable.Range(0, 60).Select(i => new Article { Id = $"a{i}", Headline = RandomArchives.Text(random, 0, 4), Body = RandomArchives.Text(random, 0, 60) + "। <b>&amp;\"'" }).ToArray();
        using var archive = new TestArchive(articles);

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var query = RandomArchives.Query(new Random(seed), 2, withFilters: false).Replace("NOT ", "", StringComparison.Ordinal).Replace("-=", "=", StringComparison.Ordinal);
            return archive.Search(query, p => p with { PageSize = "100" }).Hits.All(hit =>
                hit.Highlights.Any(highlight => highlight.Spans.Count > 0) && hit.Highlights.All(IsClean));
        }).QuickCheckThrowOnFailureWith(200);
    }

    private static bool IsClean(Highlight highlight)
    {
        var stripped = System.Net.WebUtility.HtmlDecode(highlight.Html.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal));
        return stripped == highlight.Text && highlight.Spans.All(span => RandomArchives.Vocabulary.Contains(highlight.Text.Substring(span[0], span[1])));
    }

    private static bool Matches(QueryNode node, Article article) => node switch
    {
        WordNode word => Fields(article, word.Fields).Any(text => text.Contains(word.Text)),
        PhraseNode phrase => Fields(article, phrase.Fields).Any(text => Phrases(text, phrase).Any()),
        NearNode near => Matches(near, article),
        AllNode all => all.Parts.All(part => Matches(part, article)),
        AnyNode any => any.Parts.Any(part => Matches(part, article)),
        BagNode bag => bag.Items.All(item => item.Occurrence == Occurrence.Optional || Matches(item.Node, article) == (item.Occurrence == Occurrence.Required))
            && (bag.Items.Any(item => item.Occurrence == Occurrence.Required)
                || bag.Items.All(item => item.Occurrence == Occurrence.Prohibited)
                || bag.Items.Any(item => item.Occurrence == Occurrence.Optional && Matches(item.Node, article))),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static bool Matches(NearNode near, Article article)
    {
        var (word, phrase) = ((WordNode)near.Left, (PhraseNode)near.Right);
        return Fields(article, word.Fields).Any(text => Phrases(text, phrase).Any(start => Enumerable.Range(0, text.Length)
            .Where(at => text[at] == word.Text)
            .Any(at => at < start ? start - at <= near.Distance : at > start + 1 && at - start - 1 <= near.Distance)));
    }

    private static IEnumerable<int> Phrases(string[] text, PhraseNode phrase)
    {
        var words = phrase.Text.Split(' ');
        return Enumerable.Range(0, Math.Max(0, text.Length - 1)).Where(at => text[at] == words[0] && text[at + 1] == words[1]);
    }

    private static IEnumerable<string[]> Fields(Article article, TextFields fields)
    {
        if (fields.HasFlag(TextFields.Headline))
            yield return article.Headline.Split(' ');
        if (fields.HasFlag(TextFields.WebTitle))
            yield return article.WebTitle.Split(' ');
        if (fields.HasFlag(TextFields.Body))
            yield return article.Body.Split(' ');
    }
}
