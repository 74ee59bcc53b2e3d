using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Engine.Indexing;

namespace SearchService.Engine.Results;

/// <summary>
/// The values of one field of one segment: which of them are spellings of one, and how many documents have each. Read when first asked
/// for and kept as long as the segment; documents that are deleted from it count until it is merged. Thread-safe.
/// </summary>
internal sealed class SegmentValues
{
    /// <summary>Those of a segment without the field.</summary>
    public static readonly SegmentValues None = new(null, "", 0);

    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, Lazy<SegmentValues>>> Known = [];

    private readonly string[] _terms;
    private readonly Dictionary<string, List<(string Text, int Articles)>> _spellings = [];

    private SegmentValues(SortedDocValues? values, string field, int documents)
    {
        var articles = new int[values?.ValueCount ?? 0];
        for (var document = 0; articles.Length > 0 && document < documents; document++)
        {
            if (values!.GetOrd(document) is >= 0 and var ordinal)
                articles[ordinal]++;
        }

        _terms = new string[articles.Length];
        var text = new BytesRef();
        for (var ordinal = 0; ordinal < articles.Length; ordinal++)
        {
            values!.LookupOrd(ordinal, text);
            var shown = text.Utf8ToString();
            _terms[ordinal] = FilterValue.Term(field, shown);
            if (!_spellings.TryGetValue(_terms[ordinal], out var spellings))
                _spellings[_terms[ordinal]] = spellings = [];
            spellings.Add((shown, articles[ordinal]));
        }
    }

    /// <summary>The values of a field of a segment.</summary>
    public static SegmentValues Of(AtomicReader segment, string field) =>
        Known.GetOrCreateValue(segment.CoreCacheKey)
            .GetOrAdd(field, name => new(() => new(segment.GetSortedDocValues(name), name, segment.MaxDoc)))
            .Value;

    /// <summary>The term that all spellings of a value share, by the ordinal of one of them.</summary>
    public string TermOf(int ordinal) => _terms[ordinal];

    /// <summary>The spellings of a value, and how many documents have each.</summary>
    public IReadOnlyList<(string Text, int Articles)> SpellingsOf(string term) => _spellings.TryGetValue(term, out var spellings) ? spellings : [];
}
