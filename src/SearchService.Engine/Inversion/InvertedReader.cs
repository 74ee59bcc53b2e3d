using System.Collections.Frozen;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Engine.Inversion;

/// <summary>A segment in the making as an index that Lucene's writer can add. It is read once and in order: nothing in it can be sought.</summary>
internal sealed class InvertedReader : AtomicReader
{
    private readonly SegmentInverter _segment;
    private readonly FrozenDictionary<string, FieldPostings> _postings;
    private readonly FrozenDictionary<string, FieldValues> _values;

    /// <summary>Reads a segment, which must not change until the reader is not used any more.</summary>
    public InvertedReader(SegmentInverter segment)
    {
        _segment = segment;
        _postings = segment.Postings.ToFrozenDictionary(field => field.Name);
        _values = segment.Values.ToFrozenDictionary(field => field.Name);
        var names = _postings.Keys.Union(_values.Keys).Union(segment.Stored);
        FieldInfos = new FieldInfos([.. names.Select(Info)]);
        Fields = new InvertedFields(_postings);
    }

    /// <inheritdoc/>
    public override Fields Fields { get; }

    /// <inheritdoc/>
    public override FieldInfos FieldInfos { get; }

    /// <inheritdoc/>
    public override IBits? LiveDocs => null;

    /// <inheritdoc/>
    public override int NumDocs => _segment.Documents;

    /// <inheritdoc/>
    public override int MaxDoc => _segment.Documents;

    /// <inheritdoc/>
    public override NumericDocValues? GetNumericDocValues(string field) => ValuesOf(field, DocValuesType.NUMERIC)?.Numbers(MaxDoc);

    /// <inheritdoc/>
    public override SortedDocValues? GetSortedDocValues(string field) => ValuesOf(field, DocValuesType.SORTED)?.Texts(MaxDoc);

    /// <inheritdoc/>
    public override BinaryDocValues? GetBinaryDocValues(string field) => ValuesOf(field, DocValuesType.BINARY)?.Bytes(MaxDoc);

    /// <inheritdoc/>
    public override SortedSetDocValues? GetSortedSetDocValues(string field) => null;

    /// <inheritdoc/>
    public override IBits? GetDocsWithField(string field) => _values.GetValueOrDefault(field)?.Having(MaxDoc);

    /// <inheritdoc/>
    public override NumericDocValues? GetNormValues(string field) =>
        _postings.TryGetValue(field, out var postings) && postings.HasNorms ? new Norms(postings.Norms(MaxDoc)) : null;

    /// <inheritdoc/>
    public override Fields? GetTermVectors(int docID) => null;

    /// <inheritdoc/>
    public override void Document(int docID, StoredFieldVisitor visitor)
    {
        foreach (var name in _segment.Stored)
        {
            if (_segment.StoredText(docID, name) is { } text && FieldInfos.FieldInfo(name) is var info && visitor.NeedsField(info) == StoredFieldVisitor.Status.YES)
                visitor.StringField(info, text);
        }
    }

    /// <inheritdoc/>
    public override void CheckIntegrity()
    {
    }

    /// <inheritdoc/>
    protected override void DoClose()
    {
    }

    private FieldValues? ValuesOf(string field, DocValuesType type) => _values.TryGetValue(field, out var values) && values.Type == type ? values : null;

    private FieldInfo Info(string name, int number)
    {
        var postings = _postings.GetValueOrDefault(name);
        var values = _values.GetValueOrDefault(name)?.Type ?? DocValuesType.NONE;
        return new(
            name,
            indexed: postings is not null,
            number,
            storeTermVector: false,
            omitNorms: postings is not { HasNorms: true },
            storePayloads: false,
            postings?.Options ?? IndexOptions.NONE,
            values,
            normsType: postings is { HasNorms: true } ? DocValuesType.NUMERIC : DocValuesType.NONE,
            attributes: null);
    }

    private sealed class Norms(long[] norms) : NumericDocValues
    {
        public override long Get(int docID) => norms[docID];
    }
}
