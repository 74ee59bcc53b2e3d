using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.Explaining;

/// <summary>
/// Takes the score of one document apart. It asks the queries that define a search (<see cref="ClauseQueries"/>), so what it adds up is
/// the score and not another reckoning of it.
/// </summary>
/// <param name="searcher">The snapshot.</param>
/// <param name="statistics">Of the snapshot.</param>
/// <param name="segment">The segment that holds the document.</param>
/// <param name="doc">The document's number in it.</param>
internal sealed class Explainer(IndexSearcher searcher, FieldStatistics statistics, AtomicReaderContext segment, int doc)
{
    private readonly ClauseQueries _queries = new(statistics);
    private readonly List<ExplainedPart> _parts = [];
    private readonly HashSet<BoundConcept> _told = new(ReferenceEqualityComparer.Instance);

    /// <summary>The document's score; null when it does not answer.</summary>
    /// <param name="clause">What is asked.</param>
    /// <param name="parts">What makes the score, and what is asked for and not there.</param>
    public float? Explain(Clause clause, out IReadOnlyList<ExplainedPart> parts)
    {
        var score = Score(_queries.Of(clause));
        if (score is null)
            Missing(clause);
        else
            Found(clause);
        parts = score > 0 ? [.. _parts.Select(part => part with { Share = Rounded(part.Score / score.Value) })] : _parts;
        return score;
    }

    /// <summary>The parts of a clause that the document answers.</summary>
    private void Found(Clause clause)
    {
        switch (clause)
        {
            case ConceptClause concept:
                Word(concept.Concept);
                break;
            case PatternClause pattern:
                Arrangement(KindOf(pattern.Pattern), new PatternQuery(pattern.Pattern, statistics), [.. pattern.Pattern.Concepts]);
                foreach (var concept in pattern.Pattern.Concepts.Distinct())
                    Word(concept);
                break;
            case BagClause bag:
                foreach (var part in bag.Required.Concat(bag.Optional))
                {
                    if (Score(_queries.Of(part)) is null)
                        Missing(part);
                    else
                        Found(part);
                }

                foreach (var pair in bag.Neighbours)
                    Arrangement("neighbours", new ProximityQuery(pair.First, pair.Second, pair.Gap, statistics), [pair.First, pair.Second]);
                break;
        }
    }

    /// <summary>The words of a clause that the document does not answer: none of them scores for it, there or not.</summary>
    private void Missing(Clause clause)
    {
        switch (clause)
        {
            case ConceptClause { Concept: var concept }:
                if (_told.Add(concept))
                    _parts.Add(Part("word", [concept], 0, concept.Rarity, []));
                break;
            case PatternClause { Pattern: var pattern }:
                _parts.Add(Part(KindOf(pattern), [.. pattern.Concepts], 0, ProximityQuery.Strength * pattern.Concepts.Min(concept => concept.Rarity), []));
                break;
            case BagClause bag:
                foreach (var part in bag.Required.Concat(bag.Optional))
                    Missing(part);
                break;
        }
    }

    private void Word(BoundConcept concept)
    {
        var score = Score(new ConceptQuery(concept, statistics)) ?? 0;
        _told.Add(concept);
        _parts.Add(Part("word", [concept], score, concept.Rarity, score > 0 ? [.. Places(concept)] : []));
    }

    private void Arrangement(string kind, ArrangementQuery query, BoundConcept[] concepts)
    {
        if (Score(query) is not { } score || score == 0)
            return;
        var places = query.At(segment, doc).Select(place => new ExplainedPlace(ScoredField.All[place.Field].Name, null, null, 1, place.Places, Rounded(place.Frequency)));
        _parts.Add(Part(kind, concepts, score, query.Most, [.. places]));
    }

    private IEnumerable<ExplainedPlace> Places(BoundConcept concept)
    {
        foreach (var form in concept.Forms)
        {
            for (var field = 0; field < ScoredField.All.Length; field++)
            {
                if (form.Open(field, segment, live: null, positions: false) is not { } postings || postings.Advance(doc) != doc)
                    continue;
                var name = ScoredField.All[field].Name;
                var norm = segment.AtomicReader.GetNormValues(name) is { } norms ? (byte)norms.Get(doc) : (byte)0;
                var worth = postings.Freq * statistics.Factor(field)[norm] * form.Weight;
                yield return new(name, form.Text, form.Reason.ToString().ToLowerInvariant(), Rounded(form.Weight), postings.Freq, Rounded(worth));
            }
        }
    }

    private ExplainedPart Part(string kind, BoundConcept[] concepts, float score, double most, IReadOnlyList<ExplainedPlace> places)
    {
        var rarity = concepts.Min(concept => concept.Rarity);
        // The reckoning of BoundConcept.Rarity, turned round.
        var articles = ((statistics.Articles.Max() + 1) / Math.Exp(rarity)) - 0.5;
        return new(kind, [.. concepts.Select(concept => concept.Word)], Rounded(score), 0, Rounded(rarity), (long)Math.Round(Math.Max(0, articles)), Rounded(most), places);
    }

    // Scores are reckoned in single precision, so further digits say nothing.
    private static double Rounded(double value) => Math.Round(value, 6);

    private static string KindOf(Pattern pattern) => pattern switch
    {
        WordPattern => "word",
        NearPattern => "near",
        _ => "phrase",
    };

    /// <summary>The score of the document under a query; null when it does not match.</summary>
    private float? Score(Query query)
    {
        var scorer = query.Rewrite(searcher.IndexReader).CreateWeight(searcher).GetScorer(segment, segment.AtomicReader.LiveDocs);
        return scorer is not null && scorer.Advance(doc) == doc ? scorer.GetScore() : null;
    }
}
