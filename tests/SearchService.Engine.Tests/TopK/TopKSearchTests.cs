using FsCheck.Fluent;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.Results;
using SearchService.Engine.TopK;
using SearchService.Language.Concepts;
using Xunit;

namespace SearchService.Engine.Tests.TopK;

/// <summary>What is found by skipping must be what is found by scoring everything: the same articles, order and scores, to the last bit.</summary>
public class TopKSearchTests
{
    [Theory]
    [InlineData(1, new[] { 9000, 300, 5000 }, 300)]
    [InlineData(2, new[] { 50, 1, 700, 130 }, 400)]
    [InlineData(3, new[] { 20000 }, 100)]
    public void Skipping_changes_nothing(int seed, int[] segments, int tests)
    {
        using var index = new RandomIndex(seed, segments);

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), number =>
        {
            var random = new Random(number);
            var clause = new RandomClauses(index, random).Next(2);
            var capacity = random.Next(4) switch { 0 => 1, 1 => 100, _ => 10 };
            TopArticles expected = new(capacity), actual = new(capacity);
            var total = ExhaustiveSearch.Find(index.Searcher, index.Statistics, clause, expected);
            using var search = new TopKSearch(index.Searcher, clause);
            search.Find(actual, after: null);
            // What is asked for again is found by what is known of its concepts.
            new TopKSearch(index.Searcher, clause).Dispose();
            new TopKSearch(index.Searcher, clause).Dispose();
            using var again = new TopKSearch(index.Searcher, clause);
            var known = new TopArticles(capacity);
            again.Find(known, after: null);
            return (search.Count() == total && expected.Sorted().SequenceEqual(actual.Sorted()) && actual.Sorted().SequenceEqual(known.Sorted()))
                .Label($"{clause}: {total} or {search.Count()} matches\n{string.Join('\n', expected.Sorted().Zip(actual.Sorted(), known.Sorted()).Where(three => three.First != three.Second || three.First != three.Third).Take(3))}");
        }).QuickCheckThrowOnFailureWith(tests);
    }

    [Theory]
    [InlineData(5, new[] { 20000 })]
    [InlineData(6, new[] { 9000, 12000 })]
    public void What_a_search_has_learnt_of_a_concept_changes_nothing(int seed, int[] segments)
    {
        using var index = new RandomIndex(seed, segments);

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), number =>
        {
            var concept = new RandomClauses(index, new Random(number)).ManyForms();
            // The best article alone leaves the most out, the more are wanted the less; alone and beside others.
            Clause[] clauses = [new ConceptClause(concept), new BagClause([], [new ConceptClause(concept), new ConceptClause(RandomWord(index, "w3"))], [], [], [])];
            return new[] { 1, 10, 200, 10 }.SelectMany(capacity => clauses, (capacity, clause) => (capacity, clause)).All(one =>
            {
                TopArticles expected = new(one.capacity), actual = new(one.capacity);
                ExhaustiveSearch.Find(index.Searcher, index.Statistics, one.clause, expected);
                using var search = new TopKSearch(index.Searcher, one.clause);
                search.Find(actual, after: null);
                return expected.Sorted().SequenceEqual(actual.Sorted());
            });
        }).QuickCheckThrowOnFailureWith(60);
    }

    [Fact]
    public void Pages_after_a_cursor_go_on_where_the_page_ended()
    {
        using var index = new RandomIndex(4, 3000, 2000);
        var clauses = new RandomClauses(index, new Random(8));
        for (var round = 0; round < 50; round++)
        {
            var clause = clauses.Next(1);
            var all = new TopArticles(40);
            ExhaustiveSearch.Find(index.Searcher, index.Statistics, clause, all);
            if (all.Sorted() is not { Length: > 20 } sorted)
                continue;
            var next = new TopArticles(10);
            using var search = new TopKSearch(index.Searcher, clause);
            search.Find(next, new Cursor(0, 5000, 2, sorted[9].Key, sorted[9].Sequence));

            Assert.Equal(sorted[10..20], next.Sorted());
        }
    }

    [Fact]
    public void Every_match_is_visited_in_order()
    {
        using var index = new RandomIndex(5, 5000, 400);
        var clause = new BagClause([], [new ConceptClause(RandomWord(index, "w1")), new ConceptClause(RandomWord(index, "w50"))], [], [], []);
        var seen = new List<int>();
        var start = 0;
        using var search = new TopKSearch(index.Searcher, clause);
        search.ForEach(segment => start = segment.Segment.Context.DocBase, document => seen.Add(start + document));
        var all = new TopArticles(6000);

        Assert.Equal(ExhaustiveSearch.Find(index.Searcher, index.Statistics, clause, all), seen.Count);
        Assert.Equal(all.Sorted().Select(article => article.Document).Order(), seen);
    }

    [Fact]
    public void All_matches_of_a_segment_are_those_visited()
    {
        using var index = new RandomIndex(7, 5000, 1, 400);
        var clauses = new RandomClauses(index, new Random(9));
        for (var round = 0; round < 100; round++)
        {
            using var search = new TopKSearch(index.Searcher, clauses.Next(2));
            var (expected, seen, start) = (new List<int>(), new List<int>(), 0);
            search.ForEach(segment => start = segment.Segment.Context.DocBase, document => expected.Add(start + document));
            search.ForEachSegment((segment, matches) => seen.AddRange(
                Enumerable.Range(0, segment.Documents).Where(document => WindowSet.Has(matches, document)).Select(document => segment.Segment.Context.DocBase + document)));

            Assert.Equal(expected, seen);
            Assert.Equal(expected.Count > 0, search.Any());
        }
    }

    private static BoundConcept RandomWord(RandomIndex index, string word) => BoundConcept.Bind(
        new(word, [new(word, 1, FormReason.Exact)]), TextFields.All, index.Searcher.Segments, index.Statistics);
}
