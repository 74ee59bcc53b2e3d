using FsCheck.Fluent;
using SearchService.Engine.Concordances;
using SearchService.Engine.Tests.TopK;
using SearchService.Engine.TopK;
using Xunit;

namespace SearchService.Engine.Tests.Concordances;

public class OccurrenceCountsTests
{
    [Fact]
    public void As_many_are_counted_as_there_are_places()
    {
        using var index = new RandomIndex(6, 2500, 700);

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), number =>
        {
            var clause = new RandomClauses(index, new Random(number)).Next(2);
            using var search = new TopKSearch(index.Searcher, clause);
            var wrong = new List<string>();
            search.ForEachSegment((view, matches) =>
            {
                var counts = new OccurrenceCounts(clause, view.Segment, matches);
                var places = new SegmentPlaces(clause, view.Segment);
                for (var document = WindowSet.Next(matches, 0); document >= 0; document = WindowSet.Next(matches, document + 1))
                {
                    if (places.In(document).Count is var expected && counts[document] != expected)
                        wrong.Add($"{document}: {counts[document]} for {expected}");
                }
            });
            return (wrong.Count == 0).Label($"{clause}\n{string.Join('\n', wrong.Take(3))}");
        }).QuickCheckThrowOnFailureWith(200);
    }
}
