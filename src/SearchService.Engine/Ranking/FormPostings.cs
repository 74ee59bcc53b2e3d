using Lucene.Net.Index;

namespace SearchService.Engine.Ranking;

/// <summary>The postings of one form in one field of one segment, being read.</summary>
internal sealed class FormPostings(DocsEnum postings, int field, float weight)
{
    /// <summary>Field number.</summary>
    public int Field { get; } = field;

    /// <summary>The form's weight in its concept.</summary>
    public float Weight { get; } = weight;

    /// <summary>Current document, -1 before the first.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>Occurrences in the current document.</summary>
    public int Frequency => postings.Freq;

    /// <summary>How many documents there are to read, at most.</summary>
    public long Cost => postings.GetCost();

    /// <summary>The postings with positions, where they were asked for.</summary>
    public DocsAndPositionsEnum Positions => (DocsAndPositionsEnum)postings;

    /// <summary>Moves to the next document.</summary>
    public int Next() => Doc = postings.NextDoc();

    /// <summary>Moves to the first document at or after <paramref name="target"/>, which lies ahead.</summary>
    public int Advance(int target) => Doc = postings.Advance(target);
}
