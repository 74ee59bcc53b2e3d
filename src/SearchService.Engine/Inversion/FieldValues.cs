using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Engine.Inversion;

/// <summary>The values of one field of a segment in the making, a number or a text for each document that has one. One thread at a time.</summary>
internal sealed class FieldValues
{
    private readonly TermTable _texts = new();
    private readonly List<int> _documents = [];
    private readonly List<long> _values = [];

    /// <summary>Takes up a field.</summary>
    public FieldValues(IIndexableField field)
    {
        var type = field.IndexableFieldType.DocValueType;
        if (type is not (DocValuesType.NUMERIC or DocValuesType.SORTED))
            throw new NotSupportedException($"Field {field.Name} has values of type {type}, which are not made here.");
        (Name, Type) = (field.Name, type);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Numbers, or texts by their order.</summary>
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

    /// <summary>Forgets all documents and keeps the room.</summary>
    public void Clear()
    {
        _texts.Clear();
        _documents.Clear();
        _values.Clear();
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
}
