using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Results;

/// <summary>Facets as they are shown: each value in its most usual spelling.</summary>
public static class FacetValues
{
    /// <summary>Most values listed of one facet, selected ones aside.</summary>
    public const int MostListed = 100;

    /// <summary>Whether two values of a facet are spellings of one.</summary>
    /// <param name="facet">One of <see cref="SearchRequest.AllFacets"/>.</param>
    /// <param name="one">A value.</param>
    /// <param name="other">Another.</param>
    public static bool AreOne(string facet, string one, string other) => one == other || FilterValue.Term(facet, one) == FilterValue.Term(facet, other);

    /// <summary>The facets of a search, most frequent values first, in the order of their terms among equals; and whether any was cut. Values that the search is narrowed to are never cut, and are there if nothing has them.</summary>
    internal static (Dictionary<string, IReadOnlyList<FacetCount>> Facets, bool Cut) Listed(ArchiveSearcher searcher, SearchRequest request, FacetTotals totals)
    {
        var facets = new Dictionary<string, IReadOnlyList<FacetCount>>();
        var counts = totals.Counts();
        var cut = false;
        foreach (var facet in request.Facets)
        {
            var selected = new Dictionary<string, string>();
            foreach (var value in request.Selected(facet))
                selected.TryAdd(FilterValue.Term(facet, value), value);
            foreach (var term in selected.Keys)
                counts[facet].TryAdd(term, 0);
            var ordered = counts[facet].OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal).ToList();
            facets[facet] = [.. ordered
                .Where((value, place) => place < MostListed || selected.ContainsKey(value.Key))
                .Select(value => new FacetCount(
                    Usual(searcher, facet, value.Key) ?? FilterValue.Shown(facet, selected[value.Key])!,
                    value.Value,
                    selected.ContainsKey(value.Key)))];
            cut |= facets[facet].Count < ordered.Count;
        }

        return (facets, cut);
    }

    /// <summary>The spelling of a value that most articles have, the first in order among equals; null when none has it.</summary>
    private static string? Usual(ArchiveSearcher searcher, string facet, string term) =>
        searcher.Segments
            .SelectMany(segment => SegmentValues.Of(segment.Reader, facet).SpellingsOf(term))
            .GroupBy(spelling => spelling.Text, (text, spellings) => (Text: text, Articles: spellings.Sum(spelling => (long)spelling.Articles)))
            .OrderByDescending(spelling => spelling.Articles).ThenBy(spelling => spelling.Text, StringComparer.Ordinal)
            .Select(spelling => spelling.Text)
            .FirstOrDefault();
}
