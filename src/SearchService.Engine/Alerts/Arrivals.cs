using System.Globalization;
using Lucene.Net.Index;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Alerts;

/// <summary>
/// The articles of a snapshot that came after a change. What arrives is written to segments of its own, so those few segments are searched
/// as an index by themselves: by the search's own code, with the words of the whole archive, and without looking at what was there before.
/// Only what a merge has laid together with older articles is passed over one by one.
/// </summary>
internal sealed class Arrivals : IDisposable
{
    private readonly IndexSnapshot _snapshot;
    private readonly MultiReader _reader;
    private readonly ArchiveSearcher _searcher;
    private readonly long _after;

    /// <summary>Picks the segments.</summary>
    /// <param name="snapshot">The snapshot, which has to be held as long as this is used.</param>
    /// <param name="after">Sequence number of the change.</param>
    /// <param name="newest">Sequence numbers of the newest article of each segment, kept from one round to the next; those of segments that are gone are dropped.</param>
    public Arrivals(IndexSnapshot snapshot, long after, Dictionary<object, long> newest)
    {
        (_snapshot, _after) = (snapshot, after);
        var segments = snapshot.Searcher.Segments.Select(segment => segment.Reader).ToArray();
        foreach (var gone in newest.Keys.Except(segments.Select(segment => segment.CoreCacheKey)).ToArray())
            newest.Remove(gone);
        foreach (var segment in segments)
        {
            if (!newest.ContainsKey(segment.CoreCacheKey))
                newest[segment.CoreCacheKey] = Newest(segment);
        }

        _reader = new([.. segments.Where(segment => newest[segment.CoreCacheKey] > after)], closeSubReaders: false);
        _searcher = new(_reader);
    }

    /// <summary>Whether there are none.</summary>
    public bool None => _searcher.Segments.Count == 0;

    /// <summary>The arrived articles that answer a search, the last to arrive first.</summary>
    /// <param name="request">The search.</param>
    /// <param name="after">Only those that came after the change of this sequence number.</param>
    /// <param name="most">Most of them.</param>
    public List<(long Sequence, string Id)> Answering(SearchRequest request, long after, int most)
    {
        var from = Math.Max(after, _after);
        var clause = new QueryBinder(_searcher, _searcher.Statistics, _snapshot.Interpreter, request.Readings).Bind(request.Query);
        var found = new List<(long Sequence, int Document)>();
        using var search = new TopKSearch(_searcher, request.Narrowed(clause));
        var (first, sequences) = (0, default(NumericDocValues)!);
        search.ForEach(
            segment => (first, sequences) = (segment.Segment.Context.DocBase, segment.Sequences),
            document =>
            {
                if (sequences.Get(document) is var sequence && sequence > from)
                    found.Add((sequence, first + document));
            });
        found.Sort(static (one, other) => other.Sequence.CompareTo(one.Sequence));
        return [.. found.Take(most).Select(one => (one.Sequence, _searcher.Doc(one.Document).Get(IndexFields.Id, CultureInfo.InvariantCulture)))];
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static long Newest(SegmentReader segment)
    {
        var sequences = segment.GetNumericDocValues(IndexFields.Sequence);
        var newest = 0L;
        for (var document = 0; document < segment.MaxDoc; document++)
            newest = Math.Max(newest, sequences.Get(document));
        return newest;
    }
}
