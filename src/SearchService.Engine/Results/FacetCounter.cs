using SearchService.Engine.Stories;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Results;

/// <summary>Counts the values of facets over the matches, by number within a segment and by value over all; spellings of one value together.</summary>
/// <param name="fields">The facets.</param>
/// <param name="stories">The stories, where each is counted once for a value that any of its matches has; null where articles are counted.</param>
internal sealed class FacetCounter(IReadOnlyList<string> fields, SnapshotStories? stories = null)
{
    private readonly HashSet<(int Field, string Term, int Story)> _seen = [];
    private int[]? _stories;
    private readonly Dictionary<string, int>[] _totals = [.. fields.Select(_ => new Dictionary<string, int>())];
    private readonly SegmentValues[] _values = [.. fields.Select(_ => SegmentValues.None)];
    private readonly int[][] _counts = [.. fields.Select(_ => Array.Empty<int>())];

    /// <summary>Moves on to a segment.</summary>
    public void Enter(SnapshotSegment segment)
    {
        Leave();
        _stories = stories?.Of(segment.Context.Ord).Numbers;
        for (var i = 0; i < fields.Count; i++)
        {
            _values[i] = SegmentValues.Of(segment.Reader, fields[i]);
            _counts[i] = new int[_values[i].Count];
        }
    }

    /// <summary>Counts one match of the segment.</summary>
    public void Count(int doc)
    {
        var story = _stories?[doc] ?? 0;
        for (var i = 0; i < _values.Length; i++)
        {
            if (_values[i].OrdinalOf(doc) is >= 0 and var ordinal && (story == 0 || _seen.Add((i, _values[i].TermOf(ordinal), story))))
                _counts[i][ordinal]++;
        }
    }

    /// <summary>The counts by facet and by the term that all spellings of a value share.</summary>
    public IEnumerable<(string Facet, Dictionary<string, int> Counts)> Totals()
    {
        Leave();
        return fields.Zip(_totals);
    }

    private void Leave()
    {
        for (var i = 0; i < fields.Count; i++)
        {
            for (var ordinal = 0; ordinal < _counts[i].Length; ordinal++)
            {
                if (_counts[i][ordinal] is > 0 and var count)
                    _totals[i][_values[i].TermOf(ordinal)] = _totals[i].GetValueOrDefault(_values[i].TermOf(ordinal)) + count;
            }

            _counts[i] = [];
        }
    }
}
