using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Engine.Inversion;

/// <summary>The values of one field of a segment in the making, a number, a text or bytes for each document that has one. One thread at a time.</summary>
internal sealed class FieldValues
{
    private readonly TermTable _texts = new();
    private readonly List<int> _documents = [];
    private readonly List<long> _values = [];
    private byte[] _bytes = [];
    private int _filled;

    /// <summary>Takes up a field.</summary>
    public FieldValues(IIndexableField field)
    {
        var type = field.IndexableFieldType.DocValueType;
        if (type is not (DocValuesType.NUMERIC or DocValuesType.SORTED or DocValuesType.BINARY))
            throw new NotSupportedException($"Field {field.Name} has values of type {type}, which are not made here.");
        (Name, Type) = (field.Name, type);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Numbers, texts by their order, or bytes.</summary>
    public DocValuesType Type { get; }

    /// <summary>Whether a document has a value.</summary>
    public bool Any => _documents.Count > 0;

    /// <summary>Adds the value of a document.</summary>
    public void Add(int document, IIndexableField field)
    {
        _documents.Add(document);
        if (Type == DocValuesType.NUMERIC)
        {
            _values.Add(field.GetInt64Value() ?? throw new NotSupportedException($"Field {Name} has no number."));
            return;
        }

        var text = field.GetBinaryValue();
        if (Type == DocValuesType.BINARY)
        {
            Keep(text.Bytes.AsSpan(text.Offset, text.Length));
            return;
        }

        _values.Add(_texts.Add(text.Bytes.AsSpan(text.Offset, text.Length)));
    }

    /// <summary>Which documents have a value.</summary>
    public IBits Having(int documents)
    {
        var having = new FixedBitSet(documents);
        foreach (var document in _documents)
            having.Set(document);
        return having;
    }

    /// <summary>The numbers by document; 0 where there is none.</summary>
    public NumericDocValues Numbers(int documents) => new Numeric(ByDocument(documents, 0, value => value));

    /// <summary>The texts by document.</summary>
    public SortedDocValues Texts(int documents)
    {
        var order = _texts.Sorted();
        var ordinals = new long[order.Length];
        for (var ordinal = 0; ordinal < order.Length; ordinal++)
            ordinals[order[ordinal]] = ordinal;
        return new Sorted(_texts, order, ByDocument(documents, -1, value => ordinals[value]));
    }

    /// <summary>The bytes by document; none where there are none.</summary>
    public BinaryDocValues Bytes(int documents)
    {
        var numbers = new int[documents];
        Array.Fill(numbers, -1);
        for (var at = 0; at < _documents.Count; at++)
            numbers[_documents[at]] = at;
        return new Binary(_bytes, [.. _values, _filled], numbers);
    }

    /// <summary>Forgets all documents and keeps the room.</summary>
    public void Clear()
    {
        _texts.Clear();
        _documents.Clear();
        _values.Clear();
        _filled = 0;
    }

    // The value of a document is where its bytes begin; they end where the next one's begin.
    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_filled + bytes.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _filled + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(_filled));
        _values.Add(_filled);
        _filled += bytes.Length;
    }

    private long[] ByDocument(int documents, long none, Func<long, long> value)
    {
        var values = new long[documents];
        Array.Fill(values, none);
        for (var at = 0; at < _documents.Count; at++)
            values[_documents[at]] = value(_values[at]);
        return values;
    }

    private sealed class Numeric(long[] values) : NumericDocValues
    {
        public override long Get(int docID) => values[docID];
    }

    private sealed class Sorted(TermTable texts, int[] order, long[] ordinals) : SortedDocValues
    {
        public override int ValueCount => order.Length;

        public override int GetOrd(int docID) => (int)ordinals[docID];

        public override void LookupOrd(int ord, BytesRef result)
        {
            result.Bytes = texts.Bytes;
            result.Offset = texts.StartOf(order[ord]);
            result.Length = texts.StartOf(order[ord] + 1) - result.Offset;
        }
    }

    private sealed class Binary(byte[] bytes, long[] starts, int[] numbers) : BinaryDocValues
    {
        public override void Get(int docID, BytesRef result)
        {
            var number = numbers[docID];
            result.Bytes = bytes;
            (result.Offset, result.Length) = number < 0 ? (0, 0) : ((int)starts[number], (int)(starts[number + 1] - starts[number]));
        }
    }
}
