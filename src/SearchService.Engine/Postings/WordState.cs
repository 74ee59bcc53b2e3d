using Lucene.Net.Codecs;
using Lucene.Net.Index;

namespace SearchService.Engine.Postings;

/// <summary>Where the postings of a word in one field of one segment are.</summary>
internal sealed class WordState : BlockTermState
{
    /// <summary>Offset of its first block in the file of blocks.</summary>
    public long Documents { get; set; }

    /// <summary>Offset of its first block's positions in the file of positions.</summary>
    public long Positions { get; set; }

    /// <summary>Number of its first block in the table of blocks; 0 and without meaning where one block holds all its postings.</summary>
    public int FirstBlock { get; set; }

    /// <summary>The same, without Lucene.</summary>
    public WordPlace Place => new(Documents, Positions, DocFreq, FirstBlock);

    /// <inheritdoc/>
    public override object Clone()
    {
        var copy = new WordState();
        copy.CopyFrom(this);
        return copy;
    }

    /// <inheritdoc/>
    public override void CopyFrom(TermState other)
    {
        base.CopyFrom(other);
        var state = (WordState)other;
        (Documents, Positions, FirstBlock) = (state.Documents, state.Positions, state.FirstBlock);
    }
}
