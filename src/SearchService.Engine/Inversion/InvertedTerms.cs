using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Engine.Inversion;

/// <summary>The terms of a field in order, each with its postings.</summary>
/// <param name="sorted">The postings.</param>
internal sealed class InvertedTerms(SortedPostings sorted) : TermsEnum
{
    private readonly BytesRef _term = new(sorted.Field.Terms.Bytes, 0, 0);
    private int _at = -1;

    /// <inheritdoc/>
    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    /// <inheritdoc/>
    public override BytesRef Term => _term;

    /// <inheritdoc/>
    public override long Ord => _at;

    /// <inheritdoc/>
    public override int DocFreq
    {
        get
        {
            var (documents, last) = (0, -1);
            foreach (var posting in Postings)
            {
                documents += posting.Document == last ? 0 : 1;
                last = posting.Document;
            }

            return documents;
        }
    }

    /// <inheritdoc/>
    public override long TotalTermFreq => Postings.Length;

    private ReadOnlySpan<Posting> Postings => sorted.Postings.AsSpan(sorted.Starts[_at]..sorted.Starts[_at + 1]);

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (_at + 1 >= sorted.Order.Length)
            return false;
        var number = sorted.Order[++_at];
        _term.Offset = sorted.Field.Terms.StartOf(number);
        _term.Length = sorted.Field.Terms.StartOf(number + 1) - _term.Offset;
        return true;
    }

    /// <inheritdoc/>
    [Obsolete("Use MoveNext and Term.")]
    public override BytesRef? Next() => MoveNext() ? _term : null;

    /// <inheritdoc/>
    public override DocsEnum Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags) => Of(reuse);

    /// <inheritdoc/>
    public override DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags) =>
        sorted.Field.Options == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS ? Of(reuse) : null;

    /// <inheritdoc/>
    public override SeekStatus SeekCeil(BytesRef text) => throw new NotSupportedException("The terms of a segment in the making are read in order.");

    /// <inheritdoc/>
    public override void SeekExact(long ord) => throw new NotSupportedException("The terms of a segment in the making are read in order.");

    private InvertedPostings Of(DocsEnum? reuse)
    {
        var postings = reuse as InvertedPostings ?? new InvertedPostings();
        postings.Reset(sorted.Postings, sorted.Starts[_at], sorted.Starts[_at + 1]);
        return postings;
    }
}

/// <summary>The postings of one term, in the order of documents and positions.</summary>
internal sealed class InvertedPostings : DocsAndPositionsEnum
{
    private Posting[] _postings = [];
    private int _document = -1;
    private int _first;
    private int _next;
    private int _after;
    private int _end;

    /// <inheritdoc/>
    public override int DocID => _document;

    /// <inheritdoc/>
    public override int Freq => _after - _first;

    /// <inheritdoc/>
    public override int StartOffset => -1;

    /// <inheritdoc/>
    public override int EndOffset => -1;

    /// <summary>Stands before the first document of some postings.</summary>
    public void Reset(Posting[] postings, int start, int end)
    {
        (_postings, _first, _next, _after, _end) = (postings, start, start, start, end);
        _document = -1;
    }

    /// <inheritdoc/>
    public override int NextDoc()
    {
        (_first, _next) = (_after, _after);
        if (_first == _end)
            return _document = NO_MORE_DOCS;
        _document = _postings[_first].Document;
        while (_after < _end && _postings[_after].Document == _document)
            _after++;
        return _document;
    }

    /// <inheritdoc/>
    public override int Advance(int target) => SlowAdvance(target);

    /// <inheritdoc/>
    public override int NextPosition() => _postings[_next++].Position;

    /// <inheritdoc/>
    public override BytesRef? GetPayload() => null;

    /// <inheritdoc/>
    public override long GetCost() => _end - _first;
}
