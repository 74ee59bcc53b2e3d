using Lucene.Net.Codecs;
using Lucene.Net.Index;

namespace SearchService.Engine.Postings;

/// <summary>The words of a segment, field by field, and the files that their postings lie in.</summary>
internal sealed class BlockFields(BlockFiles files, FieldsProducer dictionary) : FieldsProducer
{
    /// <summary>The segment's files of postings.</summary>
    public BlockFiles Files => files;

    /// <inheritdoc/>
    public override int Count => dictionary.Count;

    /// <inheritdoc/>
    public override IEnumerator<string> GetEnumerator() => dictionary.GetEnumerator();

    /// <inheritdoc/>
    public override Terms GetTerms(string field) => dictionary.GetTerms(field);

    /// <inheritdoc/>
    public override long RamBytesUsed() => dictionary.RamBytesUsed();

    /// <inheritdoc/>
    public override void CheckIntegrity() => dictionary.CheckIntegrity();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            dictionary.Dispose();
    }
}
