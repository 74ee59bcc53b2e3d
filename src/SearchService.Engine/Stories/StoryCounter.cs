using System.Buffers;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Stories;

/// <summary>Counts the stories among the matches of a search, and the matches of each story. One thread; once.</summary>
/// <param name="stories">The stories of the snapshot.</param>
internal sealed class StoryCounter(SnapshotStories stories) : IDisposable
{
    private int[]? _matches;
    private SegmentStories? _segment;
    private long _shared;
    private long _distinct;

    /// <summary>The stories of the snapshot.</summary>
    public SnapshotStories Stories => stories;

    /// <summary>Moves on to a segment.</summary>
    public void Enter(SnapshotSegment segment) => _segment = stories.Of(segment.Context.Ord);

    /// <summary>Counts a match of the segment.</summary>
    public void Count(int document)
    {
        var story = _segment!.Numbers[document];
        if (story > 0)
            CountStory(story);
    }

    /// <summary>Counts matches of the segment: looks only at those that are not alone in their story.</summary>
    /// <param name="window">Where they are.</param>
    /// <param name="set">The matches.</param>
    public void Count(in Window window, ReadOnlySpan<ulong> set)
    {
        var shared = _segment!.Shared.AsSpan(window.Start / 64, window.Words);
        for (var word = 0; word < shared.Length; word++)
        {
            for (var left = shared[word] & set[word]; left != 0; left &= left - 1)
                CountStory(_segment.Numbers[window.Start + (word * 64) + System.Numerics.BitOperations.TrailingZeroCount(left)]);
        }
    }

    /// <summary>How many stories so many matches are.</summary>
    /// <param name="articles">The matches, all of them counted.</param>
    public long Of(long articles) => articles - _shared + _distinct;

    /// <summary>How many other copies of a match match too.</summary>
    /// <param name="document">Lucene's number of the match in the snapshot.</param>
    public int CopiesOf(int document) => stories.StoryOf(document) is > 0 and var story && _matches is not null ? Math.Max(0, _matches[story] - 1) : 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_matches is not null)
            ArrayPool<int>.Shared.Return(_matches);
        _matches = null;
    }

    private void CountStory(int story)
    {
        if (_matches is null)
        {
            _matches = ArrayPool<int>.Shared.Rent(stories.Highest + 1);
            Array.Clear(_matches);
        }

        _shared++;
        _distinct += _matches[story]++ == 0 ? 1 : 0;
    }
}
