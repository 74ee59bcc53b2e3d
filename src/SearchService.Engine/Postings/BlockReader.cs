using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace SearchService.Engine.Postings;

/// <summary>Reads what <see cref="BlockWriter"/> wrote: for Lucene as its enumerations, for our own scoring as blocks.</summary>
internal sealed class BlockReader(BlockFiles files) : PostingsReaderBase
{
    /// <summary>What the terms dictionary says of its entries.</summary>
    public const string TermsCodec = "SearchServiceTerms";

    /// <summary>Version of the entries.</summary>
    public const int Version = 1;

    /// <summary>The segment's files.</summary>
    public BlockFiles Files => files;

    /// <inheritdoc/>
    public override void Init(IndexInput termsIn) => CodecUtil.CheckHeader(termsIn, TermsCodec, Version, Version);

    /// <inheritdoc/>
    public override BlockTermState NewTermState() => new WordState();

    /// <inheritdoc/>
    public override void DecodeTerm(long[] longs, DataInput @in, FieldInfo fieldInfo, BlockTermState state, bool absolute)
    {
        var word = (WordState)state;
        if (absolute)
            (word.Documents, word.Positions) = (0, 0);
        word.Documents += longs[0];
        word.Positions += longs[1];
        word.FirstBlock = word.DocFreq > Block.Size ? @in.ReadVInt32() : 0;
    }

    /// <inheritdoc/>
    public override DocsEnum Docs(FieldInfo fieldInfo, BlockTermState state, IBits skipDocs, DocsEnum reuse, DocsFlags flags) => Enumeration(state, skipDocs);

    /// <inheritdoc/>
    public override DocsAndPositionsEnum? DocsAndPositions(FieldInfo fieldInfo, BlockTermState state, IBits skipDocs, DocsAndPositionsEnum reuse, DocsAndPositionsFlags flags)
        => fieldInfo.IndexOptions >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS ? Enumeration(state, skipDocs) : null;

    /// <inheritdoc/>
    public override long RamBytesUsed() => 0;

    /// <inheritdoc/>
    public override void CheckIntegrity() => files.CheckIntegrity();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            files.Dispose();
    }

    private BlockEnum Enumeration(BlockTermState state, IBits? live) => new(new(files, ((WordState)state).Place), live);
}
