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

    /// <summary>Looks for documents of a sparse window that may be worth scoring: those seen before, and those that this alone makes so.</summary>
    /// <param name="window">The window.</param>
    /// <param name="least">What makes a document worth scoring alone.</param>
    /// <param name="leastBeside">Documents that get less than this are not worth scoring whatever else they have.</param>
    /// <param name="seen">The documents seen before; those that match are added.</param>
    /// <param name="found">Where the documents are added.</param>
    public virtual void Find(in Window window, float least, float leastBeside, Span<ulong> seen, Span<ulong> found)
    {
        Match(window, found);
        WindowSet.Or(seen, found);
    }

    /// <summary>Finds out what each document of a set gets, to be asked for by <see cref="Got"/>.</summary>
    /// <param name="window">The window.</param>
    /// <param name="set">The documents.</param>
    /// <param name="least">What is not worth being exact about: documents that get less may seem to get nothing.</param>
    public virtual void Score(in Window window, ReadOnlySpan<ulong> set, float least)
    {
    }

    /// <summary>Finds out what every document of a window gets.</summary>
    /// <param name="window">The window.</param>
    /// <param name="least">What is not worth being exact about.</param>
    /// <param name="set">Where the documents that get anything are added if the segment is sparse.</param>
    public virtual void ScoreAll(in Window window, float least, Span<ulong> set)
    {
    }

    /// <summary>What a document of the window just scored gets; 0 where it does not match.</summary>
    public virtual float Got(int place) => 0;

    /// <summary>Adds what the documents of a set get to some sums, and keeps in it those whose sums come to so much.</summary>
    public virtual void AddTo(Span<ulong> set, Span<float> sums, float least)
    {
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            sums[place] += Got(place);
            if (sums[place] < least)
                WindowSet.Remove(set, place);
        }
    }

    /// <summary>Finds those documents of the window just scored that get so much, where the segment is not sparse, and writes what they get.</summary>
    /// <returns>Whether it can tell without the sums of all.</returns>
    public virtual bool FindAbove(float least, Span<ulong> set, Span<float> sums) => false;

    /// <summary>Adds what all documents of the window just scored get to some sums.</summary>
    /// <param name="sums">A number for each document of the window.</param>
    /// <param name="first">Whether the sums have no meaning yet.</param>
    public virtual void AddTo(Span<float> sums, bool first)
    {
        if (first)
            sums.Clear();
    }

    /// <summary>Forgets what it keeps of the window just scored.</summary>
    /// <param name="window">The window.</param>
    /// <param name="touched">All documents that it may keep anything of; empty for all of the window.</param>
    public virtual void Clean(in Window window, ReadOnlySpan<ulong> touched)
    {
    }
}
