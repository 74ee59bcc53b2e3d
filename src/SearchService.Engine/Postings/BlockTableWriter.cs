using Lucene.Net.Codecs;
using Lucene.Net.Store;

namespace SearchService.Engine.Postings;

/// <summary>
/// Writes the table of blocks: for each word with more than one block the last documents of all its blocks, then the offsets of their
/// postings, then those of their positions, so that a search for a document reads neighbours in memory. At the end stands, field by field,
/// which words these are.
/// </summary>
internal sealed class BlockTableWriter : IDisposable
{
    private readonly IndexOutput _output;
    private readonly List<(int Field, int FirstBlock, List<(long Documents, int Count)> Words)> _fields = [];
    private readonly List<int> _lastDocuments = [];
    private readonly List<int> _documents = [];
    private readonly List<int> _positions = [];
    private int _blocks;

    /// <summary>Takes over a file that has its header.</summary>
    public BlockTableWriter(IndexOutput output)
    {
        _output = output;
        while (_output.Position % sizeof(int) != 0)
            _output.WriteByte(0);
    }

    /// <summary>Words of another field follow.</summary>
    public void StartField(int field) => _fields.Add((field, _blocks, []));

    /// <summary>Blocks of another word follow.</summary>
    public void StartWord()
    {
        _lastDocuments.Clear();
        _documents.Clear();
        _positions.Clear();
    }

    /// <summary>Adds a block.</summary>
    /// <param name="lastDocument">Its last document.</param>
    /// <param name="documents">Offset of its postings from the word's first.</param>
    /// <param name="positions">Offset of its positions from the word's first.</param>
    public void AddBlock(int lastDocument, long documents, long positions)
    {
        _lastDocuments.Add(lastDocument);
        _documents.Add((int)checked((uint)documents));
        _positions.Add((int)checked((uint)positions));
    }

    /// <summary>Writes the blocks of a word where there are several; returns the number of the first.</summary>
    public int FinishWord(long documents, int count)
    {
        if (_lastDocuments.Count == 1)
            return 0;
        var first = _blocks;
        _blocks += _lastDocuments.Count;
        _fields[^1].Words.Add((documents, count));
        foreach (var column in (List<int>[])[_lastDocuments, _documents, _positions])
            column.ForEach(WriteNumber);
        return first;
    }

    /// <summary>Ends the file.</summary>
    public void Finish()
    {
        var directory = _output.Position;
        _output.WriteVInt32(_fields.Count);
        foreach (var (field, firstBlock, words) in _fields)
        {
            _output.WriteVInt32(field);
            _output.WriteVInt32(firstBlock);
            _output.WriteVInt32(words.Count);
            var before = 0L;
            foreach (var (documents, count) in words)
            {
                _output.WriteVInt64(documents - before);
                _output.WriteVInt32(count);
                before = documents;
            }
        }

        _output.WriteInt64(directory);
        CodecUtil.WriteFooter(_output);
    }

    /// <inheritdoc/>
    public void Dispose() => _output.Dispose();

    // Lucene's own numbers have their highest byte first.
    private void WriteNumber(int number) => _output.WriteInt32(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(number));
}
