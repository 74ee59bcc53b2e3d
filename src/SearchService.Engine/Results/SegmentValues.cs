using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Engine.Indexing;

namespace SearchService.Engine.Results;

/// <summary>
/// The values of one field of one segment: which of them each document has, which are spellings of one, and how many documents have
/// each. Read when first asked for and kept as long as the segment, in one to four bytes a document (looking an ordinal up in the index
/// takes a hundred times as long); documents that are deleted from it count until it is merged. Thread-safe.
/// </summary>
internal sealed class SegmentValues
{
    /// <summary>Those of a segment without the field.</summary>
    public static readonly SegmentValues None = new(null, "", 0);

    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, Lazy<SegmentValues>>> Known = [];

    // By document its value's ordinal and one, 0 for none: in the narrowest of the three that holds them.
    private readonly byte[]? _narrow;
    private readonly ushort[]? _middle;
    private readonly int[]? _wide;
    private readonly string[] _terms;
    private readonly Dictionary<string, List<(string Text, int Articles)>> _spellings = [];

    private SegmentValues(SortedDocValues? values, string field, int documents)
    {
        var articles = new int[values?.ValueCount ?? 0];
        if (articles.Length is > 0 and <= byte.MaxValue)
            _narrow = new byte[documents];
        else if (articles.Length is > 0 and <= ushort.MaxValue)
            _middle = new ushort[documents];
        else if (articles.Length > 0)
            _wide = new int[documents];
        for (var document = 0; articles.Length > 0 && document < documents; document++)
        {
            var ordinal = values!.GetOrd(document);
            if (ordinal < 0)
                continue;
            articles[ordinal]++;
            if (_narrow is not null)
                _narrow[document] = (byte)(ordinal + 1);
            else if (_middle is not null)
                _middle[document] = (ushort)(ordinal + 1);
            else
                _wide![document] = ordinal + 1;
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

    /// <summary>How many different values there are.</summary>
    public int Count => _terms.Length;

    /// <summary>The ordinal of a document's value; -1 when it has none.</summary>
    public int OrdinalOf(int document) =>
        (_narrow is not null ? _narrow[document] : _middle is not null ? _middle[document] : _wide is not null ? _wide[document] : 0) - 1;

    /// <summary>The term that all spellings of a value share, by the ordinal of one of them.</summary>
    public string TermOf(int ordinal) => _terms[ordinal];

    /// <summary>The spellings of a value, and how many documents have each.</summary>
    public IReadOnlyList<(string Text, int Articles)> SpellingsOf(string term) => _spellings.TryGetValue(term, out var spellings) ? spellings : [];
}
