using FsCheck.Fluent;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.Results;
using SearchService.Engine.TopK;
using Xunit;

namespace SearchService.Engine.Tests.TopK;

public class KnownMaximaTests
{
    [Theory]
    [InlineData(11, new[] { 20000 })]
    [InlineData(12, new[] { 9000, 130, 3000 })]
    public void No_article_scores_more_than_is_known(int seed, int[] segments)
    {
        using var index = new RandomIndex(seed, segments);

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), number =>
        {
            var concept = new RandomClauses(index, new Random(number)).ManyForms();
            AskTwice(index, concept);
            var most = MostByWord(index, concept);
            return index.Searcher.Segments.All(segment =>
            {
                var known = concept.KnownMaxima[new SegmentView(segment)]!;
                var step = KnownMaxima.StepOf((float)concept.Rarity);
                return most[segment.Number].Select((score, word) => (score, word)).All(one =>
                    known.Steps[one.word] * step * 1.000001f >= one.score
                    && (known.Steps[one.word] - 1) * step <= known.Scores[one.word / 16] * 1.000001f
                    && known.Scores[one.word / 16] >= one.score);
            });
        }).QuickCheckThrowOnFailureWith(40);
    }

    [Fact]
    public void What_is_asked_for_once_is_not_worth_finding_out()
    {
        using var index = new RandomIndex(13, 3000);
        var concept = new RandomClauses(index, new Random(1)).ManyForms();
        var view = new SegmentView(index.Searcher.Segments[0]);

        new TopKSearch(index.Searcher, new ConceptClause(concept)).Dispose();
        Assert.Null(concept.KnownMaxima[view]);
        new TopKSearch(index.Searcher, new ConceptClause(concept)).Dispose();
        Assert.NotNull(concept.KnownMaxima[view]);
    }

    private static void AskTwice(RandomIndex index, BoundConcept concept)
    {
        for (var round = 0; round < 2; round++)
            new TopKSearch(index.Searcher, new ConceptClause(concept)).Dispose();
    }

    // By segment and 64 documents, of all documents that match, deleted ones aside.
    private static float[][] MostByWord(RandomIndex index, BoundConcept concept)
    {
        var most = index.Searcher.Segments.Select(segment => new float[(segment.Documents + 63) / 64]).ToArray();
        var all = new TopArticles(30_000);
        ExhaustiveSearch.Find(index.Searcher, index.Statistics, new ConceptClause(concept), all);
        foreach (var article in all.Sorted())
        {
            var segment = index.Searcher.Segments.Last(one => one.Context.DocBase <= article.Document);
            ref var score = ref most[segment.Number][(article.Document - segment.Context.DocBase) / 64];
            score = Math.Max(score, (float)article.Key);
        }

        return most;
    }
}
