using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Concordances;

/// <summary>An article with occurrences.</summary>
/// <param name="Document">Its number in the snapshot.</param>
/// <param name="Sequence">Sequence number of the change that wrote it.</param>
/// <param name="Time">Its date in seconds since the Unix epoch; null where it has none.</param>
/// <param name="First">Number of its first occurrence among those of all articles.</param>
/// <param name="Count">How many occurrences it has.</param>
internal readonly record struct PlacedArticle(int Document, long Sequence, long? Time, long First, int Count);

/// <summary>Gathers the articles with occurrences, and on demand the occurrences themselves.</summary>
/// <param name="clause">What is looked for.</param>
/// <param name="newest">Articles written after this change are left out.</param>
/// <param name="mostPlaces">Occurrences are gathered as long as they are no more than this.</param>
/// <param name="cancellation">Ends the pass between two articles.</param>
internal sealed class PlaceCollector(Clause clause, long newest, int mostPlaces, CancellationToken cancellation) : ICollector
{
    private SegmentPlaces? _segment;
    private NumericDocValues? _sequences;
    private NumericDocValues? _times;
    private IBits? _dated;
    private int _base;

    /// <summary>The articles, in the order of their numbers.</summary>
    public List<PlacedArticle> Articles { get; } = [];

    /// <summary>The occurrences, article by article; empty when there are more than wanted.</summary>
    public List<Place> Places { get; } = [];

    /// <summary>How many occurrences there are.</summary>
    public long Lines { get; private set; }

    /// <summary>Whether <see cref="Places"/> holds them all.</summary>
    public bool HasPlaces => Lines <= mostPlaces;

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => false;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer)
    {
        // Nothing here asks for a score.
    }

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context)
    {
        _base = context.DocBase;
        _segment = new(clause, context);
        _sequences = context.AtomicReader.GetNumericDocValues(IndexFields.Sequence);
        _times = context.AtomicReader.GetNumericDocValues(IndexFields.Date);
        _dated = context.AtomicReader.GetDocsWithField(IndexFields.Date);
    }

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        cancellation.ThrowIfCancellationRequested();
        var sequence = _sequences!.Get(doc);
        if (sequence > newest || _segment!.In(doc) is not { Count: > 0 } places)
            return;
        Articles.Add(new(_base + doc, sequence, _times is not null && _dated?.Get(doc) == true ? _times.Get(doc) : null, Lines, places.Count));
        Lines += places.Count;
        if (HasPlaces)
            Places.AddRange(places);
        else
            Places.Clear();
    }
}
