using FsCheck.Fluent;
using SearchService.Articles;
using SearchService.Engine.Timelines;
using Xunit;

namespace SearchService.Engine.Tests.Timelines;

public class TimelineTests
{
    private static readonly TimeSpan Ist = TimeSpan.FromMinutes(330);

    [Fact]
    public void CountsAddUpToTheTotalAndEachIsWhatASearchOfItsDaysFinds()
    {
        var articles = RandomArchives.Articles(3, 120, 12);
        using var archive = new TestArchive(articles);

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var (query, step) = (RandomArchives.Query(random, 2), Enum.GetValues<TimeStep>()[random.Next(3)]);
            var timeline = Timeline(archive, query, step.ToString());
            var total = archive.Search(query).Total.Value;
            var some = timeline.Intervals.Count == 0 ? null : timeline.Intervals[random.Next(timeline.Intervals.Count)];
            return (timeline.Total.Value == total
                && timeline.Intervals.Sum(one => one.Count) + timeline.Undated.Count == total
                && (some is null || (Found(query, some) == some.Count && Found("", some) == some.All))
                && timeline.Intervals.Zip(timeline.Intervals.Skip(1)).All(pair => pair.First.To.AddDays(1) == pair.Second.From)
                && (timeline.Intervals.Count == 0 || (timeline.Intervals[0].Count > 0 && timeline.Intervals[^1].Count > 0)))
                .Label($"{query} {step}");
        }).QuickCheckThrowOnFailureWith(150);

        long Found(string query, TimelineInterval days) =>
            archive.Search(query, p => p with { From = $"{days.From:O}", To = $"{days.To:O}" }).Total.Value;
    }

    [Fact]
    public void TheDayIsThatOfThePapersCalendarAndGapsAreZeros()
    {
        using var archive = new TestArchive(
            At("a", new(2020, 2, 28, 18, 29, 59, TimeSpan.Zero)),
            At("b", new(2020, 2, 28, 18, 30, 0, TimeSpan.Zero)),
            At("c", new(2020, 3, 2, 0, 0, 0, Ist)),
            new Article { Id = "d", Headline = "रूस" },
            new Article { Id = "e", Headline = "चीन", PublishedAt = new(2020, 3, 1, 12, 0, 0, Ist) });

        var timeline = Timeline(archive, "=रूस", "day");

        Assert.Equal([("2020-02-28", 1L, 1L, 1.0), ("2020-02-29", 1, 1, 1), ("2020-03-01", 0, 1, 0), ("2020-03-02", 1, 1, 1)], timeline.Intervals.Select(one => (one.Name, one.Count, one.All, one.Share ?? -1)));
        Assert.Equal(new UndatedArticles(1, 1), timeline.Undated);
    }

    [Fact]
    public void AnIntervalCutByTheDaysAskedForIsComparedWithThoseDays()
    {
        using var archive = new TestArchive(At("a", new(2020, 1, 5, 0, 0, 0, Ist)), At("b", new(2020, 1, 20, 0, 0, 0, Ist)), At("c", new(2020, 3, 1, 0, 0, 0, Ist)));

        Assert.True(TimelineRequest.TryCreate(new() { Q = "=रूस", From = "2020-01-10", To = "2020-02" }, "month", null, out var request, out _));
        var timeline = archive.Archive.Timeline(request, TestContext.Current.CancellationToken);

        Assert.Equal(
            [new("2020-01", new(2020, 1, 10), new(2020, 1, 31), 1, 1, 1), new("2020-02", new(2020, 2, 1), new(2020, 2, 29), 0, 0, null)],
            timeline.Intervals);
        // A date within the query cuts as well.
        Assert.Equal(1, Timeline(archive, "=रूस date:2020-01-10..2020-01-31", "month").Intervals.Single().All);
    }

    [Fact]
    public void SharesAreOfTheArchiveOrOfWhatTheFiltersLetThrough()
    {
        using var archive = new TestArchive(
            At("a", new(2020, 1, 5, 0, 0, 0, Ist)) with { Category = "देश" },
            At("b", new(2020, 1, 5, 0, 0, 0, Ist)) with { Category = "विश्व" },
            new Article { Id = "c", Headline = "चीन", Category = "देश", PublishedAt = new(2020, 1, 5, 0, 0, 0, Ist) });

        Assert.Equal((1, 3), Counts(null));
        Assert.Equal((1, 2), Counts("filters"));

        (long, long) Counts(string? shareOf)
        {
            Assert.True(TimelineRequest.TryCreate(new() { Q = "=रूस", Category = ["देश"] }, "year", shareOf, out var request, out _));
            var one = Assert.Single(archive.Archive.Timeline(request, TestContext.Current.CancellationToken).Intervals);
            return (one.Count, one.All);
        }
    }

    [Fact]
    public void ASpanOfMillenniaIsToldInLongerIntervals()
    {
        using var archive = new TestArchive(At("a", new(1, 1, 2, 0, 0, 0, TimeSpan.Zero)), At("b", new(9999, 12, 31, 23, 0, 0, TimeSpan.Zero)));

        var timeline = Timeline(archive, "=रूस", "day");

        Assert.Equal("year", timeline.Interval);
        Assert.Equal(["interval_widened"], timeline.Warnings.Select(warning => warning.Code));
        Assert.Equal(9999, timeline.Intervals.Count);
        Assert.Equal(2, timeline.Intervals.Sum(one => one.Count));
    }

    [Fact]
    public void AMisspeltQueryIsCountedAsItWouldBeFound()
    {
        using var archive = new TestArchive([.. Enumerable.Range(0, 5).Select(i => new Article { Id = $"a{i}", Headline = "मौसम", PublishedAt = new(2020, 1, 1 + i, 0, 0, 0, Ist) })]);

        var timeline = Timeline(archive, "+मोसम", "month");

        Assert.Equal(5, timeline.Total.Value);
        Assert.Equal("+मौसम", timeline.Query.DidYouMean);
        Assert.Equal(["corrected"], timeline.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void WithoutAnIntervalOneIsChosenThatCanBeRead()
    {
        using var archive = new TestArchive(At("a", new(2020, 1, 5, 0, 0, 0, Ist)), At("b", new(2020, 2, 20, 0, 0, 0, Ist)));
        Assert.Equal("day", Timeline(archive, "=रूस", null).Interval);
        archive.Add(At("c", new(2022, 1, 1, 0, 0, 0, Ist)));
        Assert.Equal("month", Timeline(archive, "=रूस", null).Interval);
        archive.Add(At("d", new(1950, 1, 1, 0, 0, 0, Ist)));
        Assert.Equal("year", Timeline(archive, "=रूस", null).Interval);
    }

    private static Article At(string id, DateTimeOffset time) => new() { Id = id, Headline = "रूस", PublishedAt = time };

    private static TimelineResponse Timeline(TestArchive archive, string query, string? interval)
    {
        Assert.True(TimelineRequest.TryCreate(new() { Q = query }, interval, null, out var request, out var problem), problem?.Detail);
        return archive.Archive.Timeline(request, TestContext.Current.CancellationToken);
    }
}
