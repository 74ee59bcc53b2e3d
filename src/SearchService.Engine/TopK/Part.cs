namespace SearchService.Engine.TopK;

/// <summary>A part of a query in one segment: which documents it matches, and what each of them gets for it.</summary>
internal abstract class Part
{
    /// <summary>What documents get that do not match.</summary>
    public const float None = -1;

    /// <summary>Whether every match gets more than 0.</summary>
    public abstract bool Counts { get; }

    /// <summary>The most that a document of a window gets, or <see cref="None"/> where no document can match.</summary>
    public abstract float Bound(int window);

    /// <summary>How many documents of a window match, about.</summary>
    public abstract int CountIn(in Window window);

    /// <summary>Adds the documents of a window that match to a set.</summary>
    public abstract void Match(in Window window, Span<ulong> set);

    /// <summary>What a document gets, or <see cref="None"/>.</summary>
    public abstract float ScoreOf(int document);

    /// <summary>Keeps those documents of a set that match.</summary>
    public virtual void Narrow(in Window window, Span<ulong> set)
    {
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            if (ScoreOf(window.Start + place) < 0)
                WindowSet.Remove(set, place);
        }
    }

    /// <summary>Writes what each document of a set gets, 0 for those that do not match.</summary>
    /// <param name="window">The window.</param>
    /// <param name="set">The documents.</param>
    /// <param name="least">What is not worth being exact about.</param>
    /// <param name="scores">A number for each document of the window, all 0.</param>
    public virtual void Score(in Window window, ReadOnlySpan<ulong> set, float least, Span<float> scores)
    {
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
            scores[place] = Math.Max(0, ScoreOf(window.Start + place));
    }

    /// <summary>Forgets what it keeps of a window that has been scored.</summary>
    public virtual void Clean(in Window window, ReadOnlySpan<ulong> touched)
    {
    }

    /// <summary>Writes what each document of a window gets; may leave out those that get less than <paramref name="least"/>.</summary>
    /// <param name="window">The window.</param>
    /// <param name="least">What is not worth being exact about.</param>
    /// <param name="scores">A number for each document of the window, all 0.</param>
    /// <param name="set">Where the documents that get anything are added if the segment is sparse.</param>
    public virtual void ScoreAll(in Window window, float least, Span<float> scores, Span<ulong> set)
    {
        Span<ulong> matched = new ulong[window.Words];
        Match(window, matched);
        Score(window, matched, least, scores);
        for (var i = 0; i < matched.Length; i++)
            set[i] |= matched[i];
    }
}
