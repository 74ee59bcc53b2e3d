using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Results;

/// <summary>Where the articles of a segment stand in an order by date.</summary>
/// <param name="segment">The segment.</param>
/// <param name="sort">Newest or oldest first.</param>
internal sealed class DateOrder(AtomicReader segment, SearchSort sort)
{
    private readonly NumericDocValues? _times = segment.GetNumericDocValues(IndexFields.Date);
    private readonly IBits? _dated = segment.GetDocsWithField(IndexFields.Date);

    /// <summary>The key of an article, the highest first. Undated articles stand last in both directions.</summary>
    public double Of(int document)
    {
        if (_times is null || _dated?.Get(document) != true)
            return double.NegativeInfinity;
        var time = (double)_times.Get(document);
        return sort == SearchSort.Newest ? time : -time;
    }
}
