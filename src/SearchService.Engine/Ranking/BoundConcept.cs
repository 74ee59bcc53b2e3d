using SearchService.Engine.Querying;
using SearchService.Engine.TopK;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Ranking;

/// <summary>A concept as one snapshot knows it: its forms with their postings, and how rare it is.</summary>
internal sealed class BoundConcept
{
    private BoundConcept(string word, TextFields fields, BoundForm[] forms, double rarity, KnownMaxima knownMaxima)
        => (Word, Fields, Forms, Rarity, KnownMaxima) = (word, fields, forms, rarity, knownMaxima);

    /// <summary>The word asked for.</summary>
    public string Word { get; }

    /// <summary>Where it is searched.</summary>
    public TextFields Fields { get; }

    /// <summary>Its forms, strongest first; the first is the word itself, whether the snapshot holds it or not.</summary>
    public IReadOnlyList<BoundForm> Forms { get; }

    /// <summary>idf of the union of its forms: ln(1 + (N - n + 0.5) / (n + 0.5)), as Lucene's BM25 has it.</summary>
    public double Rarity { get; }

    /// <summary>What searches have found out of it.</summary>
    public KnownMaxima KnownMaxima { get; }

    /// <summary>Looks the forms of a concept up in a snapshot.</summary>
    public static BoundConcept Bind(Concept concept, TextFields fields, IReadOnlyList<SnapshotSegment> segments, FieldStatistics statistics)
    {
        var forms = new BoundForm[concept.Forms.Count];
        for (var i = 0; i < forms.Length; i++)
            forms[i] = BoundForm.Bind(concept.Forms[i], fields, segments);
        return new(concept.Word, fields, forms, RarityOf(forms, statistics), new(segments.Count));
    }

    /// <summary>
    /// How many articles hold any of the forms is not counted but reckoned: within a field as if forms were strewn independently,
    /// 1 - Π(1 - nᵢ/N), a form of weight w counting w nᵢ; over fields as the largest, since a headline's words recur in the body.
    /// </summary>
    private static double RarityOf(BoundForm[] forms, FieldStatistics statistics)
    {
        double most = 0, all = 1;
        for (var field = 0; field < ScoredField.All.Length; field++)
        {
            var articles = statistics.Articles[field];
            if (articles == 0)
                continue;
            all = Math.Max(all, articles);
            var none = 1.0;
            foreach (var form in forms)
                none *= 1 - (Math.Min(form.Weight, 1) * Math.Min(form.ReckonedIn(field, articles), articles) / articles);
            most = Math.Max(most, (1 - none) * articles);
        }

        return Math.Log(1 + ((all - Math.Min(most, all) + 0.5) / (most + 0.5)));
    }
}
