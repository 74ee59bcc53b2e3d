using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Articles;
using SearchService.Engine.Querying;
using SearchService.Engine.Stories;

namespace SearchService.Engine.Indexing;

/// <summary>Makes the Lucene document of an article. Its fields are used again for the next one; one thread at a time.</summary>
internal sealed class DocumentMapper
{
    private static readonly FieldType WordsType = MadeOf(new(TextField.TYPE_NOT_STORED)
    {
        IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    });

    private readonly List<IIndexableField> _document = [];
    private readonly StringField _id = new(IndexFields.Id, "", Field.Store.YES);
    private readonly NumericDocValuesField _sequence = new(IndexFields.Sequence, 0);
    private readonly NumericDocValuesField _date = new(IndexFields.Date, 0);
    private readonly Int64Field _dateRange = new(IndexFields.Date, 0, Field.Store.NO);
    private readonly Filter _year = new(IndexFields.Year);
    private readonly Words _headline = new(IndexFields.Headline);
    private readonly Words _webTitle = new(IndexFields.WebTitle);
    private readonly Words _body = new(IndexFields.Body);
    private readonly BinaryDocValuesField _signature = new(IndexFields.Signature, new BytesRef(Signature.Length));
    private readonly Filter _category = new(IndexFields.Category);
    private readonly Filter _agency = new(IndexFields.Agency);
    private readonly Filter _place = new(IndexFields.Place);
    private readonly Filter _byline = new(IndexFields.Byline);

    /// <summary>The document of an article; valid until the next call.</summary>
    /// <param name="article">The article.</param>
    /// <param name="sequence">Sequence number of the change that wrote it.</param>
    public IEnumerable<IIndexableField> Map(Article article, long sequence)
    {
        _document.Clear();
        _id.SetStringValue(article.Id);
        _document.Add(_id);
        _sequence.SetInt64Value(sequence);
        _document.Add(_sequence);
        _headline.AddTo(_document, article.Headline);
        _webTitle.AddTo(_document, article.WebTitle);
        _body.AddTo(_document, article.Body);
        AddSignature(article.Body);
        _category.AddTo(_document, article.Category);
        _agency.AddTo(_document, article.Agency);
        _place.AddTo(_document, article.Place);
        _byline.AddTo(_document, article.Byline);
        if ((article.PublishedAt ?? article.UpdatedAt) is { } time)
            AddTime(time);
        return _document;
    }

    private static FieldType MadeOf(FieldType type)
    {
        type.Freeze();
        return type;
    }

    // Of the body alone: a copy has a headline of its own.
    private void AddSignature(string body)
    {
        var signature = new BytesRef(new byte[Signature.Length]);
        if (!Signature.TryMake(body, signature.Bytes))
            return;
        _signature.SetBytesValue(signature);
        _document.Add(_signature);
    }

    private void AddTime(DateTimeOffset time)
    {
        _date.SetInt64Value(time.ToUnixTimeSeconds());
        _dateRange.SetInt64Value(time.ToUnixTimeSeconds());
        _document.Add(_date);
        _document.Add(_dateRange);
        _year.AddTo(_document, DateSpan.DayOf(time.ToUnixTimeSeconds()).Year.ToString("0000", CultureInfo.InvariantCulture));
    }

    // A text without words gets no field: averages and document counts are over the documents that have the field.
    private sealed class Words(string name) : Field(name, new WordTokenStream(), WordsType)
    {
        public void AddTo(List<IIndexableField> document, string text)
        {
            if (text.Length == 0)
                return;
            ((WordTokenStream)GetTokenStreamValue()).SetText(text);
            document.Add(this);
        }
    }

    private sealed class Filter(string name)
    {
        private const int MostRemembered = 10_000;

        // Articles have few different values; reading each once saves the folding.
        private readonly Dictionary<string, (BytesRef Shown, string Term)> _known = [];
        private readonly SortedDocValuesField _value = new(name, new BytesRef());
        private readonly StringField _term = new(IndexFields.Exact(name), "", Field.Store.NO);

        public void AddTo(List<IIndexableField> document, string? value)
        {
            if (string.IsNullOrWhiteSpace(value))
                return;
            if (!_known.TryGetValue(value, out var known))
            {
                if (_known.Count >= MostRemembered)
                    _known.Clear();
                _known[value] = known = (new BytesRef(FilterValue.Shown(name, value)), FilterValue.Term(name, value));
            }

            _value.SetBytesValue(known.Shown);
            _term.SetStringValue(known.Term);
            document.Add(_value);
            document.Add(_term);
        }
    }
}
