using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Engine.Results;

/// <summary>Counts the values of facets over the matches, by ordinal within a segment and by value over all.</summary>
internal sealed class FacetCounter(IReadOnlyList<string> fields)
{
    /// <summary>Most values returned for one facet.</summary>
    public const int MostValues = 100;

    private readonly Dictionary<string, int>[] _totals = [.. fields.Select(_ => new Dictionary<string, int>())];
    private readonly SortedDocValues?[] _values = new SortedDocValues?[fields.Count];
    private readonly int[][] _counts = [.. fields.Select(_ => Array.Empty<int>())];

    /// <summary>Moves on to a segment.</summary>
    public void Enter(AtomicReader segment)
    {
        Leave();
        for (var i = 0; i < fields.Count; i++)
        {
            _values[i] = segment.GetSortedDocValues(fields[i]);
            _counts[i] = new int[_values[i]?.ValueCount ?? 0];
        }
    }

    /// <summary>Counts one match of the segment.</summary>
    public void Count(int doc)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (_values[i] is { } values && values.GetOrd(doc) is >= 0 and var ordinal)
                _counts[i][ordinal]++;
        }
    }

    /// <summary>The counts, most frequent first, values in order among equals; and whether any facet was cut.</summary>
    public (Dictionary<string, IReadOnlyList<FacetCount>> Facets, bool Cut) Results()
    {
        Leave();
        var facets = new Dictionary<string, IReadOnlyList<FacetCount>>();
        var cut = false;
        for (var i = 0; i < fields.Count; i++)
        {
            cut |= _totals[i].Count > MostValues;
            facets[fields[i]] = [.. _totals[i]
                .OrderByDescending(value => value.Value)
                .ThenBy(value => value.Key, StringComparer.Ordinal)
                .Take(MostValues)
                .Select(value => new FacetCount(value.Key, value.Value))];
        }

        return (facets, cut);
    }

    private void Leave()
    {
        var text = new BytesRef();
        for (var i = 0; i < fields.Count; i++)
        {
            for (var ordinal = 0; ordinal < _counts[i].Length; ordinal++)
            {
                if (_counts[i][ordinal] == 0)
                    continue;
                _values[i]!.LookupOrd(ordinal, text);
                var value = text.Utf8ToString();
                _totals[i][value] = _totals[i].GetValueOrDefault(value) + _counts[i][ordinal];
            }

            _counts[i] = [];
        }
    }
}
