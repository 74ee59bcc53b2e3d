using FsCheck.Fluent;
using SearchService.Articles;
using SearchService.Engine.Concordances;
using SearchService.Engine.Timelines;
using Xunit;

namespace SearchService.Engine.Tests.Timelines;

public class TrendsTests
{
    [Fact]
    public void ArticlesAddUpToTheHitsAndOccurrencesToTheLinesOfTheConcordance()
    {
        var articles = RandomArchives.Articles(17, 100, 20);
        using var archive = new TestArchive(articles);

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            string[] queries = [RandomArchives.Query(random, 2), RandomArchives.Query(random, 2), RandomArchives.Query(random, 1)];
            var byArticles = Trends(archive, queries, "articles");
            var byWords = Trends(archive, queries, "words");
            return (queries.Zip(byArticles.Series).All(one => one.Second.Total == archive.Search(one.First).Total.Value)
                && queries.Zip(byWords.Series).All(one => one.Second.Total == Lines(one.First))
                && byArticles.Series.Concat(byWords.Series).All(one => one.Counts.Sum() + one.Undated == one.Total)
                && byArticles.Series.All(one => one.Counts.Count == byArticles.Intervals.Count && one.Smoothed.Count == byArticles.Intervals.Count))
                .Label(string.Join(" | ", queries));
        }).QuickCheckThrowOnFailureWith(100);

        long Lines(string query)
        {
            Assert.True(ConcordanceRequest.TryCreate(new() { Q = query }, null, out var request, out _));
            return archive.Archive.Concordance(request, TestContext.Current.CancellationToken).Total.Value;
        }
    }

    [Fact]
    public void WordsAreCountedExactlyInTheFieldsThatAreSearched()
    {
        var articles = RandomArchives.Articles(23, 60, 70).Where(article => article.PublishedAt is not null).ToArray();
        using var archive = new TestArchive([.. articles.Select(article => article with { Body = article.Body + " जम्मू-कश्मीर में" })]);

        var trends = Trends(archive, ["body:=रूस", "=रूस"], "words");

        // The compound is two words, not three.
        var body = articles.Sum(article => Count(article.Body) + 3);
        Assert.Equal(body, trends.Series[0].OutOf.Sum());
        Assert.Equal(body + articles.Sum(article => Count(article.Headline) + Count(article.WebTitle)), trends.Series[1].OutOf.Sum());
        var (count, outOf) = (trends.Series[0].Counts[0], trends.Series[0].OutOf[0]);
        Assert.Equal(Math.Round(1e6 * count / outOf, 9), trends.Series[0].Values[0]);
        Assert.Equal("occurrences per million words", trends.Unit);

        static int Count(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
    }

    [Fact]
    public void SpellingsAreFoldedOrSplitAtWill()
    {
        using var archive = new TestArchive(
            new Article { Id = "a", Headline = "हिन्दी", PublishedAt = new(2020, 1, 1, 12, 0, 0, default) },
            new Article { Id = "b", Headline = "हिंदी", PublishedAt = new(2021, 1, 1, 12, 0, 0, default) },
            new Article { Id = "c", Headline = "हिंदी", PublishedAt = new(2021, 1, 1, 12, 0, 0, default) });

        Assert.Equal([3, 3], Totals("fold", "हिन्दी", "हिंदी"));
        Assert.Equal([1, 2], Totals("split", "हिन्दी", "हिंदी"));
        Assert.Equal([1, 2], Totals("fold", "=हिन्दी", "=हिंदी"));
        Assert.Equal([1, 0], Totals("split", "\"हिन्दी\"", "(headline:हिंदी AND हिन्दी)"));

        IEnumerable<long> Totals(string spellings, params string[] queries)
        {
            Assert.True(TrendsRequest.TryCreate(new() { Queries = queries, Spellings = spellings }, out var request, out _));
            return archive.Archive.Trends(request, TestContext.Current.CancellationToken).Series.Select(one => one.Total);
        }
    }

    [Fact]
    public void SmoothingIsTheMeanOfWhatIsThereAround()
    {
        Assert.Equal([1.5, 2, 3, 4, 4.5], ArchiveTrends.Smooth([1, 2, 3, 4, 5], 1));
        Assert.Equal([1, 1, null, 6, 6], ArchiveTrends.Smooth([1, null, null, null, 6], 1));
        Assert.Equal([1, 3.5, 6], ArchiveTrends.Smooth([1, null, 6], 1));
    }

    [Fact]
    public void AllQueriesStandOnOneAxis()
    {
        using var archive = new TestArchive(
            new Article { Id = "a", Headline = "रूस", PublishedAt = new(2018, 1, 1, 12, 0, 0, default) },
            new Article { Id = "b", Headline = "चीन", PublishedAt = new(2021, 1, 1, 12, 0, 0, default) });

        var trends = Trends(archive, ["=रूस", "=चीन"], "articles");

        Assert.Equal(["2018", "2019", "2020", "2021"], trends.Intervals.Select(one => one.Name));
        Assert.Equal([1.0, null, null, 0], trends.Series[0].Values);
        Assert.Equal([0.0, null, null, 1], trends.Series[1].Values);
    }

    [Theory]
    [InlineData(1, null, null, null, "q")]
    [InlineData(9, null, null, null, "q")]
    [InlineData(2, "letters", null, null, "measure")]
    [InlineData(2, null, "loose", null, "spellings")]
    [InlineData(2, null, null, "-1", "smoothing")]
    [InlineData(2, null, null, "51", "smoothing")]
    public void RefusesWhatCannotBe(int queries, string? measure, string? spellings, string? smoothing, string parameter)
    {
        var parameters = new TrendsParameters { Queries = [.. Enumerable.Repeat("रूस", queries), " "], Measure = measure, Spellings = spellings, Smoothing = smoothing };

        Assert.False(TrendsRequest.TryCreate(parameters, out _, out var problem));
        Assert.Equal(parameter, problem.Parameter);
    }

    private static TrendsResponse Trends(TestArchive archive, string[] queries, string measure)
    {
        Assert.True(TrendsRequest.TryCreate(new() { Queries = queries, Measure = measure, Interval = "year", Smoothing = "1" }, out var request, out var problem), problem?.Detail);
        return archive.Archive.Trends(request, TestContext.Current.CancellationToken);
    }
}
