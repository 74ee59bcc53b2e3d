using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.Postings;

/// <summary>
/// Writes the lengths of a segment's fields, each followed by the impacts of the field's blocks. Lucene hands lengths over when postings
/// have been written, so those are read once more here: one pass in the order of the file.
/// </summary>
internal sealed class LengthsWriter : DocValuesConsumer
{
    private readonly IndexOutput _output;
    private readonly BlockFiles _files;
    private readonly Dictionary<int, BlockTable> _tables;
    private readonly List<(int Field, long Lengths, int FirstBlock, int Blocks)> _fields = [];
    private readonly int[] _documents = new int[Block.Size];
    private readonly int[] _frequencies = new int[Block.Size];
    private readonly int[] _most = new int[256];

    /// <summary>Begins the file; the segment's postings are complete.</summary>
    public LengthsWriter(SegmentWriteState state)
    {
        _files = BlockFiles.Open(state.Directory, state.SegmentInfo, state.SegmentSuffix, state.Context);
        try
        {
            _tables = BlockTable.Read(_files).ToDictionary(table => table.Field);
            _output = state.Directory.CreateOutput(IndexFileNames.SegmentFileName(state.SegmentInfo.Name, state.SegmentSuffix, LengthsFormat.Extension), state.Context);
            CodecUtil.WriteHeader(_output, LengthsFormat.CodecName, LengthsFormat.Version);
        }
        catch
        {
            _files.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override void AddNumericField(FieldInfo field, IEnumerable<long?> values)
    {
        var lengths = new List<byte>();
        var sum = 0L;
        foreach (var value in values)
        {
            lengths.Add((byte)(value ?? 0));
            sum += LengthNorm.LengthOf(lengths[^1]);
        }

        var start = _output.Position;
        var norms = lengths.ToArray();
        _output.WriteBytes(norms, norms.Length);
        var table = _tables.GetValueOrDefault(field.Number);
        _fields.Add((field.Number, start, table?.FirstBlock ?? 0, table?.Blocks ?? 0));
        if (table is not null)
            WriteImpacts(table, norms, Math.Max(1f, sum / (float)Math.Max(1, norms.Length)));
    }

    /// <inheritdoc/>
    public override void AddBinaryField(FieldInfo field, IEnumerable<BytesRef> values) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void AddSortedField(FieldInfo field, IEnumerable<BytesRef> values, IEnumerable<long?> docToOrd) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void AddSortedSetField(FieldInfo field, IEnumerable<BytesRef> values, IEnumerable<long?> docToOrdCount, IEnumerable<long?> ords)
        => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        using (_files)
        using (_output)
        {
            var directory = _output.Position;
            _output.WriteVInt32(_fields.Count);
            foreach (var (field, lengths, firstBlock, blocks) in _fields)
            {
                _output.WriteVInt32(field);
                _output.WriteVInt64(lengths);
                _output.WriteVInt32(firstBlock);
                _output.WriteVInt32(blocks);
            }

            _output.WriteInt64(directory);
            CodecUtil.WriteFooter(_output);
        }
    }

    private void WriteImpacts(BlockTable table, byte[] norms, float typical)
    {
        foreach (var postings in table.Words(_files))
        {
            for (var block = 0; block < postings.Blocks; block++)
            {
                var count = postings.ReadDocuments(block, _documents);
                postings.ReadFrequencies(block, _frequencies);
                Array.Clear(_most);
                for (var i = 0; i < count; i++)
                {
                    ref var most = ref _most[norms[_documents[i]]];
                    most = Math.Max(most, _frequencies[i]);
                }

                _output.WriteInt64(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness((long)Impact.Of(_most, typical).Code));
            }
        }
    }
}
