using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>
/// A concept in one segment. A document's worths are summed form by form and field by field, and saturated once: see <see cref="ConceptQuery"/>,
/// which says the same document by document, and to which this must be equal to the last bit.
/// </summary>
internal sealed class ConceptPart : Part
{
    private readonly SegmentView _segment;
    private readonly Scratch _scratch;
    private readonly List<FormList> _lists;
    private readonly WordBlocks[]?[] _blocks;
    private readonly FewPostings _few;
    private readonly float _rarity;
    private readonly bool _doubtful;
    private readonly int _number;
    private float[]? _sums;
    private float[]? _strengths;
    private readonly float[] _bounds;
    private readonly float[] _sumBounds;

    /// <summary>Opens a concept.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="concept">The concept.</param>
    /// <param name="number">Its number among the concepts of the query.</param>
    /// <param name="lists">What the segment has of it.</param>
    /// <param name="scratch">Memory of the search.</param>
    public ConceptPart(SegmentView segment, BoundConcept concept, int number, List<FormList> lists, Scratch scratch)
    {
        (_number, LeastWeight) = (number, lists.Count == 0 ? 1 : lists.Min(list => list.Weight));
        (_segment, Concept, _lists, _scratch, _rarity) = (segment, concept, lists, scratch, (float)concept.Rarity);
        _doubtful = lists.Exists(list => list.Weight < ConceptQuery.FullWeight);
        _few = new(segment, lists, scratch.Buffers);
        _blocks = [.. lists.Select(list => FewPostings.IsFew(list) ? null : Array.ConvertAll(list.Words, word => new WordBlocks(segment, list.Field, word)))];
        _bounds = new float[segment.Windows];
        _sumBounds = new float[segment.Windows];
        for (var window = 0; window < _bounds.Length; window++)
            _bounds[window] = Bound(window, out _sumBounds[window]);
    }

    /// <summary>The concept.</summary>
    public BoundConcept Concept { get; }

    /// <summary>Its postings.</summary>
    public IReadOnlyList<FormList> Lists => _lists;

    /// <inheritdoc/>
    public override bool Counts => true;

    /// <inheritdoc/>
    public override float Bound(int window) => _bounds[window];

    /// <inheritdoc/>
    public override int CountIn(in Window window)
    {
        var count = _few[window.Number].Length;
        foreach (var words in _blocks)
        {
            if (words is null)
                continue;
            var least = int.MaxValue;
            foreach (var word in words)
                least = Math.Min(least, word.CountIn(window));
            count += least;
        }

        return Math.Min(count, window.Length);
    }

    /// <inheritdoc/>
    public override void Match(in Window window, Span<ulong> set)
    {
        foreach (ref readonly var posting in _few[window.Number])
            WindowSet.Add(set, posting.Document - window.Start);
        for (var i = 0; i < _blocks.Length; i++)
        {
            if (_blocks[i] is not { } words)
                continue;
            if (words.Length == 1)
            {
                words[0].Match(window, set, _scratch.Buffers);
                continue;
            }

            var rows = MatchRow(i, words, window);
            WindowSet.Or(set, rows);
        }
    }

    /// <inheritdoc/>
    public override float ScoreOf(int document)
    {
        var (sum, strongest) = (0f, 0f);
        foreach (var list in _lists)
        {
            if (!list.Cursor.Seek(document))
                continue;
            sum += Worth(list, document);
            strongest = Math.Max(strongest, list.Weight);
        }

        return sum > 0 ? ConceptQuery.Score(_rarity, strongest, sum) : None;
    }

    /// <inheritdoc/>
    public override void Narrow(in Window window, Span<ulong> set)
    {
        if (IsWorthReading(window, set))
        {
            var matched = _scratch.Matched(window.Words);
            Match(window, matched);
            WindowSet.And(set, matched);
            return;
        }

        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            if (!Has(window.Start + place))
                WindowSet.Remove(set, place);
        }
    }

    /// <inheritdoc/>
    public override void Score(in Window window, ReadOnlySpan<ulong> set, float least)
    {
        Begin(window, set);
        Span<float> sums = _sums, strengths = _strengths;
        var few = _few[window.Number];
        for (var i = 0; i < _lists.Count; i++)
        {
            if (_blocks[i] is not { } words)
                few = few[AddFewOf(few, i, window.Start, set, sums)..];
            else if (ListBound(i, window.Number) <= 0)
                continue;
            else if (words.Length > 1)
                AddRowOf(i, window, set, sums);
            else
                words[0].AddTo(window, set, _lists[i].Weight, sums, strengths, _scratch.Buffers);
        }
    }

    /// <inheritdoc/>
    public override void ScoreAll(in Window window, float least, Span<ulong> set)
    {
        Begin(window, set);
        Span<float> sums = _sums, strengths = _strengths;
        if (!_segment.IsSparse)
            set = default;
        // What a block must add to the most that all else can be.
        var needed = ConceptQuery.SumFor(_rarity, least) - _sumBounds[window.Number];
        var few = _few[window.Number];
        for (var i = 0; i < _blocks.Length; i++)
        {
            if (_blocks[i] is not { } words)
                few = few[AddFew(few, i, window.Start, sums, strengths, set)..];
            else if (ListBound(i, window.Number) is not (> 0 and var bound))
                continue;
            else if (words.Length > 1)
                AddRow(i, words, window, sums, strengths, set);
            else
                words[0].AddTo(window, _lists[i].Weight, needed + bound, sums, strengths, set, _scratch.Buffers);
        }
    }

    /// <inheritdoc/>
    public override float Got(int place) =>
        _sums is { } sums && sums[place] > 0 ? ConceptQuery.Score(_rarity, _strengths is { } strengths ? strengths[place] : 1, sums[place]) : 0;

    /// <inheritdoc/>
    public override void AddTo(ReadOnlySpan<ulong> set, Span<float> sums)
    {
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
            sums[place] += Got(place);
    }

    /// <inheritdoc/>
    public override bool FindAbove(float least, Span<ulong> set, Span<float> sums)
    {
        WindowSet.AtLeast(_sums.AsSpan(0, 64 * set.Length), Math.Max(float.Epsilon, ConceptQuery.SumFor(_rarity, least) * BagScorer.Slack), set);
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
            sums[place] = Got(place);
        return true;
    }

    /// <inheritdoc/>
    public override void AddTo(Span<float> sums, bool first) => Saturation.Add(_sums.AsSpan(0, sums.Length), _strengths, _rarity, sums, first);

    /// <summary>Whether it is one word in one field, which needs no sums.</summary>
    public bool IsOneList => _lists is [{ Words.Length: 1 }];

    /// <summary>Offers those documents of a window that may be among the best for this alone, if it is one list.</summary>
    public void OfferOneList(in Window window, ArticleOffers offers)
    {
        var list = _lists[0];
        var strength = _doubtful ? list.Weight : 1;
        foreach (ref readonly var posting in _few[window.Number])
            OfferOne(posting.Document, ConceptQuery.Score(_rarity, strength, posting.Worth), offers);
        if (_blocks[0] is not [var word])
            return;
        var factors = _segment.Statistics.Factor(list.Field);
        var norms = _segment.Lengths[list.Field]!.Norms;
        var block = -1;
        while (true)
        {
            var least = ConceptQuery.SumFor(_rarity, offers.Needed * BagScorer.Slack) * BagScorer.Slack;
            var (from, to) = word.ReadNext(window, ref block, least / list.Weight, _scratch.Buffers);
            if (from == to)
                return;
            for (var i = from; i < to; i++)
            {
                var document = _scratch.Buffers.Documents[i];
                var worth = _scratch.Buffers.Frequencies[i] * factors[norms[document]] * list.Weight;
                if (worth >= least)
                    OfferOne(document, ConceptQuery.Score(_rarity, strength, worth), offers);
            }
        }
    }

    /// <summary>What the worths of a document of the window just scored sum up to; infinite where it is not known.</summary>
    public float SumOf(int place) => _sums is null ? float.PositiveInfinity : _sums[place];

    /// <summary>The most that they sum up to in a window.</summary>
    public float SumBound(int window) => _sumBounds[window];

    /// <summary>The least of its forms' weights here.</summary>
    public float LeastWeight { get; }

    /// <inheritdoc/>
    public override void Clean(in Window window, ReadOnlySpan<ulong> touched)
    {
        if (_sums is null)
            return;
        Clear(_sums.AsSpan(0, 64 * window.Words), touched);
        if (_strengths is not null)
            Clear(_strengths.AsSpan(0, 64 * window.Words), touched);
        (_sums, _strengths) = (null, null);
    }

    private void Begin(in Window window, ReadOnlySpan<ulong> touched)
    {
        // A query may have a concept twice.
        Clean(window, touched);
        _sums = _scratch.Numbers(2 * _number, 64 * window.Words);
        _strengths = _doubtful ? _scratch.Numbers((2 * _number) + 1, 64 * window.Words) : null;
    }

    private void Clear(Span<float> numbers, ReadOnlySpan<ulong> touched)
    {
        if (!_segment.IsSparse)
        {
            numbers.Clear();
            return;
        }

        for (var place = WindowSet.Next(touched, 0); place >= 0; place = WindowSet.Next(touched, place + 1))
            numbers[place] = 0;
    }

    private void OfferOne(int document, float score, ArticleOffers offers)
    {
        if (_segment.Live?.Get(document) != false)
            offers.Offer(_segment, document, score);
    }

    private bool Has(int document)
    {
        foreach (var list in _lists)
        {
            if (list.Cursor.Seek(document))
                return true;
        }

        return false;
    }

    // Looking one document up in one list costs about as much as reading ten.
    private bool IsWorthReading(in Window window, ReadOnlySpan<ulong> set) => 10L * WindowSet.Count(set) * _lists.Count > 200 + CountIn(window);

    private void AddRowOf(int list, in Window window, ReadOnlySpan<ulong> set, Span<float> sums)
    {
        var cursor = _lists[list].Cursor;
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            if (!cursor.Seek(window.Start + place))
                continue;
            sums[place] += Worth(_lists[list], window.Start + place);
            if (_doubtful)
                _strengths![place] = Math.Max(_strengths[place], _lists[list].Weight);
        }
    }

    private int AddFewOf(ReadOnlySpan<FewPostings.Posting> few, int list, int start, ReadOnlySpan<ulong> set, Span<float> sums)
    {
        var at = 0;
        for (; at < few.Length && few[at].List == list; at++)
        {
            var place = few[at].Document - start;
            if (!WindowSet.Has(set, place))
                continue;
            sums[place] += few[at].Worth;
            if (_doubtful)
                _strengths![place] = Math.Max(_strengths[place], _lists[list].Weight);
        }

        return at;
    }

    private int AddFew(ReadOnlySpan<FewPostings.Posting> few, int list, int start, Span<float> sums, Span<float> strengths, Span<ulong> set)
    {
        var at = 0;
        for (; at < few.Length && few[at].List == list; at++)
        {
            var place = few[at].Document - start;
            sums[place] += few[at].Worth;
            if (_doubtful)
                strengths[place] = Math.Max(strengths[place], _lists[list].Weight);
            if (!set.IsEmpty)
                WindowSet.Add(set, place);
        }

        return at;
    }

    private void AddRow(int list, WordBlocks[] words, in Window window, Span<float> sums, Span<float> strengths, Span<ulong> set)
    {
        var rows = MatchRow(list, words, window);
        for (var place = WindowSet.Next(rows, 0); place >= 0; place = WindowSet.Next(rows, place + 1))
        {
            _lists[list].Cursor.Seek(window.Start + place);
            sums[place] += Worth(_lists[list], window.Start + place);
            if (_doubtful)
                strengths[place] = Math.Max(strengths[place], _lists[list].Weight);
            if (!set.IsEmpty)
                WindowSet.Add(set, place);
        }
    }

    private ReadOnlySpan<ulong> MatchRow(int list, WordBlocks[] words, in Window window)
    {
        var all = _scratch.Row(0, window.Words);
        var one = _scratch.Row(1, window.Words);
        words[0].Match(window, all, _scratch.Buffers);
        for (var i = 1; i < words.Length; i++)
        {
            one.Clear();
            words[i].Match(window, one, _scratch.Buffers);
            WindowSet.And(all, one);
        }

        for (var place = WindowSet.Next(all, 0); place >= 0; place = WindowSet.Next(all, place + 1))
        {
            if (!_lists[list].Cursor.Seek(window.Start + place))
                WindowSet.Remove(all, place);
        }

        return all;
    }

    private float Worth(FormList list, int document) =>
        list.Cursor.Frequency * _segment.FactorOf(list.Field, document) * list.Weight;

    private float ListBound(int list, int window)
    {
        var least = float.MaxValue;
        foreach (var word in _blocks[list]!)
            least = Math.Min(least, word.Bounds[window]);
        return least * _lists[list].Weight;
    }

    /// <summary>The most that a document of a window gets, and the most that its worths sum up to.</summary>
    private float Bound(int window, out float sum)
    {
        var strongest = 0f;
        sum = 0;
        for (var i = 0; i < _blocks.Length; i++)
        {
            if (_blocks[i] is null || ListBound(i, window) is not (> 0 and var bound))
                continue;
            sum += bound;
            strongest = Math.Max(strongest, _lists[i].Weight);
        }

        var few = _few[window];
        if (!few.IsEmpty)
        {
            sum += MostOf(few, window);
            foreach (ref readonly var posting in few)
                strongest = Math.Max(strongest, _lists[posting.List].Weight);
        }

        return sum > 0 ? ConceptQuery.Score(_rarity, strongest, sum) : None;
    }

    // Summed up as they will be, so that many rare forms do not seem to stand in one document.
    private float MostOf(ReadOnlySpan<FewPostings.Posting> few, int window)
    {
        var sums = _scratch.Sums;
        var (most, start) = (0f, _segment[window].Start);
        foreach (ref readonly var posting in few)
            most = Math.Max(most, sums[posting.Document - start] += posting.Worth);
        foreach (ref readonly var posting in few)
            sums[posting.Document - start] = 0;
        return most;
    }
}
