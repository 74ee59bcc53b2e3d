using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using SearchService.Engine.Indexing;

namespace SearchService.Engine.Results;

/// <summary>
/// When the documents of one segment are dated, in seconds since the Unix epoch. Read when first asked for and kept as long as the segment, in
/// eight bytes a document: looking one up in the index takes many times as long. Thread-safe.
/// </summary>
internal sealed class SegmentTimes
{
    private static readonly ConditionalWeakTable<object, Lazy<SegmentTimes>> Known = [];

    // A second long before any day of the calendar stands for no date.
    private const long NoDate = long.MinValue;

    private readonly long[] _times;

    private SegmentTimes(AtomicReader segment)
    {
        _times = new long[segment.MaxDoc];
        var times = segment.GetNumericDocValues(IndexFields.Date);
        var dated = segment.GetDocsWithField(IndexFields.Date);
        for (var document = 0; document < _times.Length; document++)
            _times[document] = times is not null && dated?.Get(document) == true ? times.Get(document) : NoDate;
    }

    /// <summary>When a document is dated; null where it is not.</summary>
    public long? this[int document] => _times[document] is not NoDate and var time ? time : null;

    /// <summary>The times of a segment.</summary>
    public static SegmentTimes Of(AtomicReader segment) => Known.GetValue(segment.CoreCacheKey, _ => new(() => new(segment))).Value;
}
