using SearchService.Engine.Ranking;
using SearchService.Engine.TopK;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Querying;

/// <summary>
/// The concepts last looked up in one snapshot: what words are asked for again need not be looked for in every segment. Thread-safe. A form in a segment
/// takes about 100 bytes, and what was found out of a concept in it 24 bytes for every 1,024 articles: some 13 MB in all.
/// </summary>
internal sealed class BoundConcepts
{
    /// <summary>Most forms that are kept, each counted once for every segment.</summary>
    private const int Most = 1 << 17;

    // Articles of which as much is found out as a form takes.
    private const int ArticlesOfForm = 1 << 12;

    private readonly Remembered<(object Concept, TextFields Fields), BoundConcept> _known = new(Most);

    /// <summary>Forgets all of them.</summary>
    public void Clear() => _known.Clear();

    /// <summary>A concept as the snapshot knows it.</summary>
    public BoundConcept Of(Concept concept, TextFields fields, IReadOnlyList<SnapshotSegment> segments, FieldStatistics statistics)
    {
        // Whoever asks for a word as it is printed makes a concept of it, each time another: its one form says which it is.
        var key = (concept.Forms is [var only] ? (object)only : concept, fields);
        if (_known.TryGet(key, 0, out var known))
            return known;
        var bound = BoundConcept.Bind(concept, fields, segments, statistics);
        _known.Put(key, 0, bound, (concept.Forms.Count * (1 + segments.Count)) + (segments.Sum(segment => segment.Documents) / ArticlesOfForm));
        return bound;
    }
}
