namespace SearchService.Engine.Postings;

/// <summary>Looks at words as a <see cref="WordSweep"/> comes to them; of one thread.</summary>
internal interface IWordVisitor
{
    /// <summary>Looks at a word in one field of one segment. Its other fields and segments may come at any time, and to another visitor.</summary>
    /// <param name="segment">Number of the segment among those swept.</param>
    /// <param name="record">What the segment has of the word.</param>
    void Visit(int segment, in WordRecord record);
}
