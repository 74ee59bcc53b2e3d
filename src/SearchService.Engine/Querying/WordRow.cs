using SearchService.Engine.Ranking;

namespace SearchService.Engine.Querying;

/// <summary>
/// The plain words of a bag in their order. Stop words are searched only when there is nothing else
/// (<c>क्या कहा</c>); otherwise they are left out of the bag but keep their place between neighbours.
/// </summary>
internal sealed class WordRow
{
    /// <summary>Most pairs of neighbours looked at: a pasted paragraph gains nothing from more.</summary>
    private const int MostNeighbours = 16;

    private readonly List<Entry> _entries = [];
    private int _place;

    private bool HasContent => _entries.Exists(entry => !entry.IsStop);

    /// <summary>Adds a word.</summary>
    /// <param name="occurrence">May, must or must not.</param>
    /// <param name="clause">What it asks.</param>
    /// <param name="concept">Its concept, where it is one word that can have neighbours.</param>
    /// <param name="isStop">Whether it is a stop word that was not asked for by a sign.</param>
    public void Add(Occurrence occurrence, Clause clause, BoundConcept? concept = null, bool isStop = false)
        => _entries.Add(new(occurrence, clause, concept, isStop && occurrence == Occurrence.Optional, _place++));

    /// <summary>Something else stands here: the words before and after it are no neighbours.</summary>
    public void Break() => _place += 100;

    /// <summary>The clauses of the words that are searched, each word once.</summary>
    public IEnumerable<(Occurrence Occurrence, Clause Clause)> Clauses()
    {
        var seen = new HashSet<(Occurrence, BoundConcept?)>();
        foreach (var entry in _entries)
        {
            if ((!entry.IsStop || !HasContent) && (entry.Concept is null || seen.Add((entry.Occurrence, entry.Concept))))
                yield return (entry.Occurrence, entry.Clause);
        }
    }

    /// <summary>The pairs of searched words that follow each other.</summary>
    public List<Neighbours> Neighbours()
    {
        var row = _entries.FindAll(entry => entry.Concept is not null && entry.Occurrence != Occurrence.Prohibited && !(entry.IsStop && HasContent));
        var pairs = new List<Neighbours>();
        for (var i = 1; i < row.Count && pairs.Count < MostNeighbours; i++)
        {
            var gap = row[i].Place - row[i - 1].Place;
            if (gap < ProximityQuery.Reach && !ReferenceEquals(row[i].Concept, row[i - 1].Concept))
                pairs.Add(new(row[i - 1].Concept!, row[i].Concept!, gap));
        }

        return pairs;
    }

    private sealed record Entry(Occurrence Occurrence, Clause Clause, BoundConcept? Concept, bool IsStop, int Place);
}
