using FsCheck.Fluent;
using Lucene.Net.Index;
using SearchService.Engine.Explaining;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.Results;
using SearchService.Engine.Tests.TopK;
using Xunit;

namespace SearchService.Engine.Tests.Explaining;

/// <summary>What an explanation says must be what the score is made of, whatever is asked.</summary>
public class ExplainerTests
{
    private const double Rounding = 2e-5;

    [Theory]
    [InlineData(11, new[] { 900, 30, 500 }, 150)]
    [InlineData(12, new[] { 50, 1, 70, 130 }, 300)]
    public void Parts_add_up_to_the_score_of_the_search_and_places_to_their_part(int seed, int[] segments, int tests)
    {
        using var index = new RandomIndex(seed, segments);
        var explained = 0;

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), number =>
        {
            var clause = new RandomClauses(index, new Random(number)).Next(2);
            var best = new TopArticles(5);
            ExhaustiveSearch.Find(index.Searcher, index.Statistics, clause, best);
            var wrong = new List<string>();
            foreach (var article in best.Sorted())
            {
                var (score, parts) = Explain(index, clause, article.Document);
                explained += parts.Count;
                if (score != article.Score)
                    wrong.Add($"{score} is not {article.Score}");
                if (Math.Abs(parts.Sum(part => part.Score) - article.Score) > Rounding * (1 + article.Score))
                    wrong.Add($"{parts.Sum(part => part.Score)} is not the sum {article.Score}");
                if (article.Score > 0 && Math.Abs(parts.Sum(part => part.Share) - 1) > Rounding)
                    wrong.Add($"shares are {parts.Sum(part => part.Share)}");
                wrong.AddRange(parts.Where(part => Math.Abs(Reckoned(part) - part.Score) > Rounding * (1 + part.Score)).Select(part => $"{part} is reckoned {Reckoned(part)}"));
            }

            return (wrong.Count == 0).Label($"{clause}\n{string.Join('\n', wrong)}");
        }).QuickCheckThrowOnFailureWith(tests);
        Assert.True(explained > tests, "Hardly anything was explained.");
    }

    [Fact]
    public void What_does_not_answer_has_no_score_and_no_part_that_scores()
    {
        using var index = new RandomIndex(13, 200, 40);
        var clauses = new RandomClauses(index, new Random(3));
        var seen = 0;
        for (var round = 0; round < 60; round++)
        {
            var clause = clauses.Next(2);
            var all = new TopArticles(400);
            ExhaustiveSearch.Find(index.Searcher, index.Statistics, clause, all);
            var answers = all.Sorted().Select(article => article.Document).ToHashSet();
            foreach (var document in Enumerable.Range(0, index.Searcher.IndexReader.MaxDoc).Where(document => !answers.Contains(document)).Take(5))
            {
                var (score, parts) = Explain(index, clause, document);

                Assert.Null(score);
                Assert.All(parts, part => Assert.Equal((0, 0), (part.Score, part.Places.Count)));
                seen++;
            }
        }

        Assert.True(seen > 0);
    }

    private static (float? Score, IReadOnlyList<ExplainedPart> Parts) Explain(RandomIndex index, Clause clause, int document)
    {
        var leaf = index.Searcher.IndexReader.Leaves[ReaderUtil.SubIndex(document, index.Searcher.IndexReader.Leaves)];
        var score = new Explainer(index.Searcher, index.Statistics, leaf, document - leaf.DocBase).Explain(clause, out var parts);
        return (score, parts);
    }

    // The formulas that ARCHITECTURE and the records' own words give, from what is shown alone.
    private static double Reckoned(ExplainedPart part)
    {
        var worth = part.Places.Sum(place => place.Worth);
        var strongest = part.Kind == "word" && part.Places.Count > 0 ? Math.Min(1, part.Places.Max(place => place.Weight) / 0.85) : 1;
        return part.Most * strongest * worth / (0.6 + worth);
    }
}
