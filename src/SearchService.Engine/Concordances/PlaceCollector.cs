using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Engine.TopK;

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
/// <param name="mostPlaces">Occurrences are gathered as long as they are no more than this; if none are wanted they are only counted.</param>
/// <param name="cancellation">Ends the pass between two articles.</param>
internal sealed class PlaceCollector(Clause clause, long newest, int mostPlaces, CancellationToken cancellation)
{
    /// <summary>The articles, in the order of their numbers.</summary>
    public List<PlacedArticle> Articles { get; } = [];

    /// <summary>The occurrences, article by article; empty when there are more than wanted.</summary>
    public List<Place> Places { get; } = [];

    /// <summary>How many occurrences there are.</summary>
    public long Lines { get; private set; }

    /// <summary>Whether <see cref="Places"/> holds them all.</summary>
    public bool HasPlaces => Lines <= mostPlaces;

    /// <summary>Looks at all matches of a segment; segments come in their order.</summary>
    /// <param name="view">The segment.</param>
    /// <param name="matches">A bit for each of its documents.</param>
    public void Collect(SegmentView view, ulong[] matches)
    {
        var segment = view.Segment;
        var times = SegmentTimes.Of(segment.Reader);
        var places = mostPlaces > 0 ? new SegmentPlaces(clause, segment) : null;
        var counts = places is null ? new OccurrenceCounts(clause, segment, matches) : null;
        for (var document = WindowSet.Next(matches, 0); document >= 0; document = WindowSet.Next(matches, document + 1))
        {
            cancellation.ThrowIfCancellationRequested();
            var sequence = view.Sequences.Get(document);
            if (sequence > newest)
                continue;
            var found = places?.In(document);
            if ((found?.Count ?? counts![document]) is not (> 0 and var count))
                continue;
            Articles.Add(new(segment.Context.DocBase + document, sequence, times[document], Lines, count));
            Lines += count;
            if (found is not null && HasPlaces)
                Places.AddRange(found);
            else
                Places.Clear();
        }
    }
}
