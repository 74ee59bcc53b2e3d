using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.Timelines;

/// <summary>
/// How many words each document of a segment has in a field, exactly; norms keep the length in one byte. Counted from the postings when
/// first asked for (about a second for 100 million words) and kept as long as the segment.
/// </summary>
internal static class WordLengths
{
    private static readonly ConditionalWeakTable<object, Lazy<int[]>[]> Known = [];

    /// <summary>The lengths by document; wholes of compounds, whose parts are words too, do not count.</summary>
    public static int[] Of(AtomicReader segment, int field) =>
        Known.GetValue(segment.CoreCacheKey, _ => [.. ScoredField.All.Select(one => new Lazy<int[]>(() => Count(segment, one.Name)))])[field].Value;

    private static int[] Count(AtomicReader segment, string field)
    {
        var lengths = new int[segment.MaxDoc];
        if (segment.GetTerms(field) is not { } known)
            return lengths;
        var terms = known.GetEnumerator();
        DocsEnum? postings = null;
        while (terms.MoveNext())
        {
            // A hyphen stands in wholes of compounds only.
            if (terms.Term.Bytes.AsSpan(terms.Term.Offset, terms.Term.Length).Contains((byte)'-'))
                continue;
            postings = terms.Docs(liveDocs: null, postings, DocsFlags.FREQS);
            for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
                lengths[doc] += postings.Freq;
        }

        return lengths;
    }
}
