using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;

namespace SearchService.Engine.TopK;

/// <summary>Documents published within some days. They get nothing for it.</summary>
internal sealed class DatePart(AtomicReader segment, DateSpan span) : Part
{
    private readonly NumericDocValues? _times = segment.GetNumericDocValues(IndexFields.Date);
    private readonly IBits? _dated = segment.GetDocsWithField(IndexFields.Date);

    /// <inheritdoc/>
    public override bool Counts => false;

    /// <inheritdoc/>
    public override float Bound(int window) => _times is null ? None : 0;

    /// <inheritdoc/>
    public override int CountIn(in Window window) => window.Length;

    /// <inheritdoc/>
    public override void Match(in Window window, Span<ulong> set)
    {
        for (var document = window.Start; document < window.End; document++)
        {
            if (ScoreOf(document) >= 0)
                WindowSet.Add(set, document - window.Start);
        }
    }

    /// <inheritdoc/>
    public override float ScoreOf(int document) =>
        _times is not null && _times.Get(document) is var time && !(time < span.FirstSecond || time > span.LastSecond) && _dated?.Get(document) == true ? 0 : None;
}
