using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Engine.Postings;

/// <summary>Reads what <see cref="LengthsWriter"/> wrote.</summary>
internal sealed class LengthsReader : DocValuesProducer
{
    private readonly PostingsFile _file;
    private readonly Dictionary<int, FieldLengths> _fields = [];
    private readonly int _documents;

    /// <summary>Opens the lengths of a segment.</summary>
    public LengthsReader(SegmentReadState state)
    {
        _documents = state.SegmentInfo.DocCount;
        _file = PostingsFile.Open(state.Directory, IndexFileNames.SegmentFileName(state.SegmentInfo.Name, state.SegmentSuffix, LengthsFormat.Extension), LengthsFormat.CodecName, LengthsFormat.Version, state.Context);
        var input = _file.Input(_file.Contents());
        for (var fields = input.ReadVInt32(); fields > 0; fields--)
            _fields[input.ReadVInt32()] = new(_file, input.ReadVInt64(), _documents, input.ReadVInt32(), input.ReadVInt32());
    }

    /// <inheritdoc/>
    public override NumericDocValues GetNumeric(FieldInfo field) => _fields[field.Number];

    /// <inheritdoc/>
    public override BinaryDocValues GetBinary(FieldInfo field) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override SortedDocValues GetSorted(FieldInfo field) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override SortedSetDocValues GetSortedSet(FieldInfo field) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override IBits GetDocsWithField(FieldInfo field) => new Bits.MatchAllBits(_documents);

    /// <inheritdoc/>
    public override long RamBytesUsed() => 0;

    /// <inheritdoc/>
    public override void CheckIntegrity() => _file.CheckIntegrity();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file.Dispose();
    }
}
