using Lucene.Net.Index;

namespace SearchService.Engine.Stories;

/// <summary>The stories of a snapshot: which of its articles are copies of one text. Immutable.</summary>
/// <param name="leaves">The segments' places in the snapshot.</param>
/// <param name="segments">Their stories.</param>
/// <param name="highest">The highest number of a story.</param>
internal sealed class SnapshotStories(IReadOnlyList<AtomicReaderContext> leaves, SegmentStories[] segments, int highest)
{
    /// <summary>Stories of several articles have numbers from 1 to this, not all of them in use.</summary>
    public int Highest => highest;

    /// <summary>Those of all segments, in Lucene's order.</summary>
    public IReadOnlyList<SegmentStories> Segments => segments;

    /// <summary>Those of a segment.</summary>
    /// <param name="leaf">Lucene's number of the segment.</param>
    public SegmentStories Of(int leaf) => segments[leaf];

    /// <summary>The number of an article's story; 0 when it is alone in it.</summary>
    /// <param name="document">Lucene's number of the article in the snapshot.</param>
    public int StoryOf(int document)
    {
        var leaf = LeafOf(document);
        return segments[leaf].Numbers[document - leaves[leaf].DocBase];
    }

    /// <summary>The articles of a story.</summary>
    /// <param name="story">Its number, from 1.</param>
    public IEnumerable<int> Documents(int story)
    {
        for (var leaf = 0; leaf < segments.Length; leaf++)
        {
            var numbers = segments[leaf].Numbers;
            for (var at = Array.IndexOf(numbers, story); at >= 0; at = Array.IndexOf(numbers, story, at + 1))
                yield return leaves[leaf].DocBase + at;
        }
    }

    private int LeafOf(int document)
    {
        var (low, high) = (0, leaves.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = leaves[middle].DocBase <= document ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
