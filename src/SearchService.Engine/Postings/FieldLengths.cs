using System.Runtime.InteropServices;
using Lucene.Net.Index;

namespace SearchService.Engine.Postings;

/// <summary>
/// The lengths of one field in one segment, a norm byte a document as they lie in the file, and the impacts of the field's blocks beside
/// them, which can be reckoned only where both are known.
/// </summary>
/// <param name="file">The file of lengths.</param>
/// <param name="lengths">Offset of the first length.</param>
/// <param name="documents">Documents in the segment.</param>
/// <param name="firstBlock">Number of the field's first block in the table of blocks.</param>
/// <param name="blocks">How many blocks it has there.</param>
internal sealed class FieldLengths(PostingsFile file, long lengths, int documents, int firstBlock, int blocks) : NumericDocValues
{
    /// <summary>A norm byte for each document.</summary>
    public ReadOnlySpan<byte> Norms => file.From(lengths)[..documents];

    /// <inheritdoc/>
    public override long Get(int docID) => Norms[docID];

    /// <summary>The impacts of a word's blocks.</summary>
    public ReadOnlySpan<Impact> Impacts(in BlockPostings postings)
    {
        var first = postings.FirstBlock - firstBlock;
        return MemoryMarshal.Cast<byte, Impact>(file.From(lengths + documents))[..blocks].Slice(first, postings.Blocks);
    }
}
