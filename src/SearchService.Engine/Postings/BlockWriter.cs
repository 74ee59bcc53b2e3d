using System.Runtime.InteropServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace SearchService.Engine.Postings;

/// <summary>
/// Writes the postings of a segment: block after block of documents, and their positions beside them. Where a word has more than one block,
/// a table tells of each where it ends and begins, so that blocks can be passed over unread.
/// </summary>
internal sealed class BlockWriter(SegmentWriteState segment) : PostingsWriterBase
{
    private readonly IndexOutput _documents = BlockFiles.Create(segment, BlockFiles.DocumentsExtension);
    private readonly IndexOutput _positions = BlockFiles.Create(segment, BlockFiles.PositionsExtension);
    private readonly BlockTableWriter _table = new(BlockFiles.Create(segment, BlockFiles.TableExtension));
    private readonly uint[] _steps = new uint[Block.Size];
    private readonly uint[] _more = new uint[Block.Size];
    private readonly List<uint> _places = [];
    private byte[] _bytes = new byte[Block.MostBytes];
    private FieldInfo? _field;
    private WordState _former = new();
    private long _documentsStart;
    private long _positionsStart;
    private int _count;
    private int _lastDocument;
    private int _lastPosition;
    private bool _hasFrequencies;
    private bool _hasPositions;

    /// <summary>The word whose postings were finished last.</summary>
    public WordPlace Last { get; private set; }

    /// <inheritdoc/>
    public override void Init(IndexOutput termsOut) => CodecUtil.WriteHeader(termsOut, BlockReader.TermsCodec, BlockReader.Version);

    /// <inheritdoc/>
    public override BlockTermState NewTermState() => new WordState();

    /// <inheritdoc/>
    public override int SetField(FieldInfo fieldInfo)
    {
        var options = fieldInfo.IndexOptions;
        if (options == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS || fieldInfo.HasPayloads)
            throw new NotSupportedException($"Field {fieldInfo.Name} has offsets or payloads, which are not kept.");
        _field = fieldInfo;
        _hasFrequencies = options != IndexOptions.DOCS_ONLY;
        _hasPositions = options == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
        _table.StartField(fieldInfo.Number);
        _former = new();
        return 2;
    }

    /// <inheritdoc/>
    public override void StartTerm()
    {
        (_documentsStart, _positionsStart) = (_documents.Position, _positions.Position);
        _count = 0;
        _lastDocument = -1;
        _table.StartWord();
    }

    /// <inheritdoc/>
    public override void StartDoc(int docId, int freq)
    {
        if (_count == Block.Size)
            WriteBlock();
        _steps[_count] = (uint)(docId - _lastDocument - 1);
        _more[_count++] = _hasFrequencies ? (uint)freq - 1 : 0;
        (_lastDocument, _lastPosition) = (docId, 0);
    }

    /// <inheritdoc/>
    public override void AddPosition(int position, BytesRef payload, int startOffset, int endOffset)
    {
        _places.Add((uint)(position - _lastPosition));
        _lastPosition = position;
    }

    /// <inheritdoc/>
    public override void FinishDoc()
    {
    }

    /// <inheritdoc/>
    public override void FinishTerm(BlockTermState state)
    {
        WriteBlock();
        var word = (WordState)state;
        (word.Documents, word.Positions) = (_documentsStart, _positionsStart);
        word.FirstBlock = _table.FinishWord(_documentsStart, word.DocFreq);
        Last = word.Place;
    }

    /// <inheritdoc/>
    public override void EncodeTerm(long[] longs, DataOutput @out, FieldInfo fieldInfo, BlockTermState state, bool absolute)
    {
        var word = (WordState)state;
        if (absolute)
            _former = new();
        longs[0] = word.Documents - _former.Documents;
        longs[1] = word.Positions - _former.Positions;
        if (word.DocFreq > Block.Size)
            @out.WriteVInt32(word.FirstBlock);
        _former = word;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        using (_documents)
        using (_positions)
        using (_table)
        {
            _table.Finish();
            CodecUtil.WriteFooter(_documents);
            CodecUtil.WriteFooter(_positions);
        }
    }

    private void WriteBlock()
    {
        _table.AddBlock(_lastDocument, _documents.Position - _documentsStart, _positions.Position - _positionsStart);
        _documents.WriteBytes(_bytes, 0, Block.Write(_steps.AsSpan(0, _count), _more.AsSpan(0, _count), _bytes));
        _count = 0;
        if (!_hasPositions)
            return;
        if (_bytes.Length < (4 * _places.Count) + 2)
            _bytes = new byte[8 * _places.Count];
        _positions.WriteBytes(_bytes, 0, PositionBits.Write(CollectionsMarshal.AsSpan(_places), _bytes));
        _places.Clear();
    }
}
