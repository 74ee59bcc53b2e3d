namespace SearchService.Engine.Postings;

/// <summary>Looks at words as a <see cref="WordSweep"/> comes to them; of one thread.</summary>
internal interface IWordVisitor
{
    /// <summary>Whether it looks at positions.</summary>
    bool ReadsPositions { get; }

    /// <summary>Looks at a word in one field of one segment. All fields and segments of a word come one after the other.</summary>
    /// <param name="word">Its number in <see cref="HashedWords"/>.</param>
    /// <param name="segment">Number of the segment among those swept.</param>
    /// <param name="record">What the segment has of it.</param>
    void Visit(int word, int segment, in WordRecord record);
}
