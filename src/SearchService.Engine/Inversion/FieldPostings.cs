using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;

namespace SearchService.Engine.Inversion;

/// <summary>
/// One indexed field of a segment in the making: a log of its tokens as they come, four bytes each, that is brought into the order of terms
/// once, at the end. So a token costs one lookup, and no posting is ever moved or coded before the codec does it. One thread at a time.
/// </summary>
internal sealed class FieldPostings
{
    private const int Stepped = 1;

    private readonly TermTable _terms = new();
    private readonly FieldInvertState _state;
    private readonly List<int> _documents = [];
    private readonly List<int> _ends = [];
    private readonly List<long> _norms = [];

    // The term's number twice. One more than that: the position does not step by one, and what it steps by follows.
    private int[] _log = new int[1 << 10];
    private int _logged;

    /// <summary>Takes up a field; all its later instances are of the same type.</summary>
    public FieldPostings(IIndexableField field)
    {
        var type = field.IndexableFieldType;
        if (type.StoreTermVectors || type.IndexOptions is not (IndexOptions.DOCS_ONLY or IndexOptions.DOCS_AND_FREQS_AND_POSITIONS))
            throw new NotSupportedException($"Field {field.Name} is indexed with {type.IndexOptions} or vectors, which are not made here.");
        (Name, Options, HasNorms) = (field.Name, type.IndexOptions, !type.OmitNorms);
        _state = new FieldInvertState(Name);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What its postings hold: documents, or frequencies and positions as well.</summary>
    public IndexOptions Options { get; }

    /// <summary>Whether it has norms.</summary>
    public bool HasNorms { get; }

    /// <summary>How many documents have it.</summary>
    public int Documents => _documents.Count;

    /// <summary>Its terms.</summary>
    public TermTable Terms => _terms;

    /// <summary>Memory it takes, with what <see cref="InOrder"/> will take, in bytes.</summary>
    public long Size => _terms.Size + (4L * _log.Length) + (8L * _logged);

    /// <summary>Adds the field of a document.</summary>
    /// <param name="document">Its number, greater than all before.</param>
    /// <param name="field">The field.</param>
    /// <param name="similarity">Makes the norm.</param>
    public void Add(int document, IIndexableField field, Similarity similarity)
    {
        if (_documents.Count > 0 && _documents[^1] >= document)
            throw new NotSupportedException($"Field {Name} stands in a document twice, which is not indexed here.");
        using var tokens = field.GetTokenStream(null);
        var (length, overlaps) = Log(tokens);
        _documents.Add(document);
        _ends.Add(_logged);
        if (!HasNorms)
            return;
        (_state.Length, _state.NumOverlap, _state.Boost) = (length, overlaps, field.Boost);
        _norms.Add(similarity.ComputeNorm(_state));
    }

    /// <summary>The norm of a document by its number; 0 for one without the field.</summary>
    public long[] Norms(int documents)
    {
        var norms = new long[documents];
        for (var at = 0; at < _documents.Count; at++)
            norms[_documents[at]] = _norms[at];
        return norms;
    }

    /// <summary>The tokens in the order of terms, and of documents and positions for each.</summary>
    public SortedPostings InOrder()
    {
        var order = _terms.Sorted();
        var next = new int[order.Length];
        var starts = new int[order.Length + 1];
        for (var at = 0; at < order.Length; at++)
        {
            next[order[at]] = starts[at];
            starts[at + 1] = starts[at] + _terms.CountOf(order[at]);
        }

        var postings = new Posting[starts[^1]];
        var from = 0;
        for (var document = 0; document < _documents.Count; document++)
        {
            var position = -1;
            while (from < _ends[document])
            {
                var token = _log[from++];
                position += (token & Stepped) == 0 ? 1 : _log[from++];
                postings[next[token >> 1]++] = new(_documents[document], position);
            }
        }

        return new(this, order, starts, postings);
    }

    /// <summary>Forgets all documents and keeps the room.</summary>
    public void Clear()
    {
        _terms.Clear();
        _documents.Clear();
        _ends.Clear();
        _norms.Clear();
        _logged = 0;
    }

    private (int Length, int Overlaps) Log(TokenStream tokens)
    {
        var bytes = tokens.AddAttribute<ITermToBytesRefAttribute>();
        var steps = tokens.AddAttribute<IPositionIncrementAttribute>();
        var term = bytes.BytesRef;
        var (length, overlaps) = (0, 0);
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            bytes.FillBytesRef();
            var number = _terms.Add(term.Bytes.AsSpan(term.Offset, term.Length)) << 1;
            var step = steps.PositionIncrement;
            length++;
            overlaps += step == 0 ? 1 : 0;
            if (_logged + 2 > _log.Length)
                Array.Resize(ref _log, _log.Length * 2);
            if (step == 1 || Options == IndexOptions.DOCS_ONLY)
            {
                _log[_logged++] = number;
                continue;
            }

            _log[_logged++] = number | Stepped;
            _log[_logged++] = step;
        }

        tokens.End();
        return (length, overlaps);
    }
}

/// <summary>A token of a term.</summary>
/// <param name="Document">Number of the document.</param>
/// <param name="Position">Its position there.</param>
internal readonly record struct Posting(int Document, int Position);

/// <summary>The postings of a field in the order of its terms.</summary>
/// <param name="Field">The field.</param>
/// <param name="Order">Numbers of the terms, sorted by their bytes.</param>
/// <param name="Starts">For each of them where its postings begin; they end where the next one's begin.</param>
/// <param name="Postings">All postings.</param>
internal sealed record SortedPostings(FieldPostings Field, int[] Order, int[] Starts, Posting[] Postings);
