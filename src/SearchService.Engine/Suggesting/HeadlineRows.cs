using System.Text;
using Lucene.Net.Index;
using SearchService.Engine.Indexing;
using SearchService.Language.Completion;

namespace SearchService.Engine.Suggesting;

/// <summary>
/// Reads the headlines and web titles of a snapshot back out of the index, word by word, from the positions of their postings: nothing more
/// need be kept to know the phrases in them, and what is deleted does not count. One thread at a time.
/// </summary>
internal sealed class HeadlineRows
{
    /// <summary>Words of a headline or title that are read; what goes beyond is no headline.</summary>
    private const int MostWords = 32;

    /// <summary>Articles read at a time: 16 MB of rows.</summary>
    private const int ArticlesAtOnce = 1 << 16;

    private static readonly string[] Fields = [IndexFields.Headline, IndexFields.WebTitle];

    private readonly TopicCount _count = new();
    private readonly char[] _form = new char[256];
    private int[] _rows = [];
    private DocsAndPositionsEnum? _postings;

    /// <summary>What the headlines of a snapshot are about.</summary>
    public static Topics Count(IndexReader reader)
    {
        var rows = new HeadlineRows();
        foreach (var leaf in reader.Leaves)
            rows.Count(leaf.AtomicReader);
        return rows._count.ToTopics();
    }

    private void Count(AtomicReader segment)
    {
        // A gap behind each headline: its last word does not stand beside the first of the title.
        const int RowLength = MostWords + 1;
        for (var first = 0; first < segment.MaxDoc; first += ArticlesAtOnce)
        {
            var articles = Math.Min(ArticlesAtOnce, segment.MaxDoc - first);
            if (_rows.Length < articles * RowLength * Fields.Length)
                _rows = new int[articles * RowLength * Fields.Length];
            else
                Array.Clear(_rows);
            for (var field = 0; field < Fields.Length; field++)
                Read(segment, Fields[field], first, articles, field * RowLength, RowLength * Fields.Length);
            for (var article = 0; article < articles; article++)
            {
                var row = _rows.AsSpan(article * RowLength * Fields.Length, RowLength * Fields.Length);
                if (row.ContainsAnyExcept(0))
                    _count.Add(row);
            }
        }
    }

    private void Read(AtomicReader segment, string field, int first, int articles, int offset, int stride)
    {
        if (segment.GetTerms(field)?.GetEnumerator() is not { } terms)
            return;
        while (terms.MoveNext())
        {
            var term = terms.Term;
            // The whole of a compound stands where its first part stands, and only wholes have a hyphen.
            if (term.Bytes.AsSpan(term.Offset, term.Length).Contains((byte)'-')
                || !Encoding.UTF8.TryGetChars(term.Bytes.AsSpan(term.Offset, term.Length), _form, out var length))
                continue;
            _postings = terms.DocsAndPositions(segment.LiveDocs, _postings, DocsAndPositionsFlags.NONE);
            var document = first == 0 ? _postings.NextDoc() : _postings.Advance(first);
            if (document >= first + articles)
                continue;
            var word = _count.NumberOf(_form.AsSpan(0, length));
            for (; document < first + articles; document = _postings.NextDoc())
            {
                for (var left = _postings.Freq; left > 0 && _postings.NextPosition() is var position and < MostWords; left--)
                    _rows[((document - first) * stride) + offset + position] = word;
            }
        }
    }
}
