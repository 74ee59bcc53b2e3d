using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;

namespace SearchService.Engine.Inversion;

/// <summary>
/// A segment in the making: takes documents as Lucene's writer does, and is read as an index by the writer that adds it. It keeps what a
/// document may hold here: words with positions, terms, numbers and sorted values, stored texts. One thread at a time; used again after <see cref="Clear"/>.
/// </summary>
/// <param name="similarity">Makes the norms.</param>
internal sealed class SegmentInverter(Similarity similarity)
{
    private readonly Dictionary<string, FieldPostings> _postings = [];
    private readonly Dictionary<string, FieldValues> _values = [];
    private readonly Dictionary<string, List<string?>> _stored = [];

    /// <summary>How many documents it holds.</summary>
    public int Documents { get; private set; }

    /// <summary>Memory it takes, with what it takes to be read, in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>The indexed fields that a document has.</summary>
    public IEnumerable<FieldPostings> Postings => _postings.Values.Where(postings => postings.Documents > 0);

    /// <summary>The fields of values that a document has.</summary>
    public IEnumerable<FieldValues> Values => _values.Values.Where(values => values.Any);

    /// <summary>Names of the fields that are stored.</summary>
    public IReadOnlyCollection<string> Stored => _stored.Keys;

    /// <summary>Adds a document.</summary>
    /// <exception cref="ArgumentException">A term is too long. The document is then in it by half: nothing may be made of it any more.</exception>
    /// <exception cref="NotSupportedException">A field is of a kind that is not kept here.</exception>
    public void Add(IEnumerable<IIndexableField> document)
    {
        foreach (var field in document)
        {
            var type = field.IndexableFieldType;
            if (type.IsIndexed)
                Of(_postings, field, static field => new FieldPostings(field)).Add(Documents, field, similarity);
            if (type.DocValueType != DocValuesType.NONE)
                Of(_values, field, static field => new FieldValues(field)).Add(Documents, field);
            if (type.IsStored)
                Store(field);
        }

        Documents++;
        var size = 0L;
        foreach (var field in _postings.Values)
            size += field.Size;
        Size = size;
    }

    /// <summary>The stored text of a document; null when it has none.</summary>
    public string? StoredText(int document, string field) => _stored[field] is var texts && document < texts.Count ? texts[document] : null;

    /// <summary>Forgets all documents and keeps the room.</summary>
    public void Clear()
    {
        foreach (var field in _postings.Values)
            field.Clear();
        foreach (var field in _values.Values)
            field.Clear();
        foreach (var texts in _stored.Values)
            texts.Clear();
        (Documents, Size) = (0, 0);
    }

    private static T Of<T>(Dictionary<string, T> fields, IIndexableField field, Func<IIndexableField, T> make)
    {
        if (!fields.TryGetValue(field.Name, out var known))
            fields[field.Name] = known = make(field);
        return known;
    }

    private void Store(IIndexableField field)
    {
        var texts = Of(_stored, field, static _ => []);
        while (texts.Count < Documents)
            texts.Add(null);
        texts.Add(field.GetStringValue(CultureInfo.InvariantCulture) ?? throw new NotSupportedException($"Field {field.Name} is stored, and no text."));
    }
}
