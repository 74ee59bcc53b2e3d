using FsCheck.Fluent;
using SearchService.Articles;
using SearchService.Engine.Querying;
using SearchService.Engine.Tests.Stories;
using SearchService.Engine.Timelines;
using Xunit;

namespace SearchService.Engine.Tests.Timelines;

public class StoryDaysTests
{
    private static readonly TimeSpan Ist = TimeSpan.FromMinutes(330);

    [Fact]
    public void EachStoryIsCountedOnceOnTheDayOfItsFirstCopyThatMatches()
    {
        var (articles, stories) = CopiedArticles.Of(new Random(21));
        using var archive = new TestArchive(articles);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var asked = Asked(random);
            var timeline = Timeline(archive, asked, "day", random.Next(2) == 0 ? "filters" : null);
            var total = archive.Search(asked.Q!, _ => asked with { PageSize = "1" }).Total;
            Assert.True(SearchRequest.TryCreate(asked with { Duplicates = "show" }, out var request, out _));
            using var export = archive.Archive.Export(request);
            var expected = export.Articles().GroupBy(article => stories[article.Id])
                .Select(copies => copies.Min(article => article.PublishedAt?.ToOffset(Ist).Date)).Where(day => day is not null)
                .GroupBy(day => $"{day:yyyy-MM-dd}").ToDictionary(days => days.Key, days => (long)days.Count());
            return (timeline.Count == "stories" && timeline.Total == total
                && timeline.Intervals.Sum(one => one.Count) + timeline.Undated.Count == total.Stories
                && timeline.Intervals.All(one => one.Count == expected.GetValueOrDefault(one.Name) && one.Count <= one.All && one.Share is null or <= 1)
                && timeline.Undated.Count <= timeline.Undated.All).Label($"{asked} {total} {timeline.Total}");
        }).QuickCheckThrowOnFailureWith(150);
    }

    [Fact]
    public void AllStoriesAreCountedOnceHoweverFewMatch()
    {
        var (articles, stories) = CopiedArticles.Of(new Random(22));
        using var archive = new TestArchive(articles);
        var dated = articles.Where(article => article.PublishedAt is not null).Select(article => stories[article.Id]).Distinct().Count();
        foreach (var query in CopiedArticles.Words)
        {
            // Without days asked for, those before the first match and after the last are not listed.
            var whole = Timeline(archive, new() { Q = "headline:" + query, From = "1990", To = "2100" }, "day", null);
            Assert.Equal(dated, whole.Intervals.Sum(one => one.All));
            Assert.True(whole.Total.Stories < dated);
        }
    }

    [Fact]
    public void AStoryThatBeganBeforeTheDaysAskedForIsCountedWhereItIsFirstSeenInThem()
    {
        var text = Texts.Of(new Random(3), 80);
        using var archive = new TestArchive(At("a", text, "रूस", 1), At("b", text, "चीन", 5), At("c", text, "चीन", 9), At("d", text, "चीन", null), At("e", Texts.Of(new Random(4), 80), "रूस", 5));

        Assert.Equal([("2020-01-05", 1, 2)], Days("=चीन", null).Where(day => day.Item2 > 0));
        Assert.Equal([("2020-01-01", 1, 1), ("2020-01-05", 1, 1)], Days("=रूस", null, from: "2020-01-01").Where(day => day.Item2 > 0));
        Assert.Equal([("2020-01-09", 1, 1)], Days("=चीन", null, from: "2020-01-06").Where(day => day.Item2 > 0));

        IEnumerable<(string, long, long)> Days(string query, string? shareOf, string? from = null) =>
            Timeline(archive, new() { Q = "headline:" + query, From = from }, "day", shareOf).Intervals.Select(one => (one.Name, one.Count, one.All));

        static Article At(string id, string body, string headline, int? day) =>
            new() { Id = id, Headline = headline, Body = body, PublishedAt = day is null ? null : new(2020, 1, day.Value, 12, 0, 0, Ist) };
    }

    [Fact]
    public void OnlyArticlesAndStoriesCanBeCounted()
    {
        Assert.False(TimelineRequest.TryCreate(new() { Count = "words" }, null, null, out _, out var problem));
        Assert.Equal(("invalid_parameter", "count"), (problem.Code, problem.Parameter));
    }

    private static SearchParameters Asked(Random random) => new()
    {
        Q = string.Join(' ', CopiedArticles.Words.Where(_ => random.Next(2) == 0).Select(word => (random.Next(2) == 0 ? "headline:=" : "=") + word)),
        From = random.Next(3) == 0 ? $"2020-01-{random.Next(1, 15):00}" : null,
        To = random.Next(3) == 0 ? $"2020-01-{random.Next(15, 31):00}" : null,
        Category = random.Next(3) == 0 ? [CopiedArticles.Words[random.Next(2)]] : [],
    };

    private static TimelineResponse Timeline(TestArchive archive, SearchParameters asked, string interval, string? shareOf)
    {
        Assert.True(TimelineRequest.TryCreate(asked with { Count = "stories" }, interval, shareOf, out var request, out var problem), problem?.Detail);
        return archive.Archive.Timeline(request, TestContext.Current.CancellationToken);
    }
}
