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
    private readonly float[] _bounds;
    private readonly float[] _sumBounds;

    /// <summary>Opens a concept.</summary>
    public ConceptPart(SegmentView segment, BoundConcept concept, List<FormList> lists, Scratch scratch)
    {
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
            for (var word = 0; word < rows.Length; word++)
                set[word] |= rows[word];
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
    public override void Score(in Window window, ReadOnlySpan<ulong> set, Span<float> scores)
    {
        if (!_segment.IsSparse && IsWorthReading(window, set))
        {
            ScoreAll(window, 0, scores, default);
            return;
        }

        var few = _few[window.Number];
        var strengths = _scratch.Strengths;
        for (var place = WindowSet.Next(set, 0); place >= 0 && _doubtful; place = WindowSet.Next(set, place + 1))
            strengths[place] = 0;
        for (var i = 0; i < _lists.Count; i++)
        {
            if (_blocks[i] is null)
                few = few[AddFewOf(few, i, window.Start, set, scores)..];
            else if (ListBound(i, window.Number) > 0)
                AddFound(i, window, set, scores);
        }

        SaturateSome(scores, strengths, set);
    }

    /// <inheritdoc/>
    public override void ScoreAll(in Window window, float least, Span<float> scores, Span<ulong> set)
    {
        var strengths = _doubtful ? _scratch.Strengths.AsSpan(0, 64 * window.Words) : [];
        if (_doubtful)
            strengths.Clear();
        // What a block must add to the most that all else can be.
        var needed = ConceptQuery.SumFor(_rarity, least) - _sumBounds[window.Number];
        var few = _few[window.Number];
        for (var i = 0; i < _blocks.Length; i++)
        {
            if (_blocks[i] is not { } words)
            {
                few = few[AddFew(few, i, window.Start, scores, strengths, set)..];
                continue;
            }

            var bound = ListBound(i, window.Number);
            if (bound == 0)
                continue;
            if (words.Length > 1)
                AddRow(i, words, window, scores, strengths, set);
            else if (_segment.IsSparse)
                AddSparse(words[0], i, window, needed + bound, scores, strengths, set);
            else
                words[0].AddTo(window, _lists[i].Weight, needed + bound, scores, strengths, _scratch.Buffers);
        }

        if (_segment.IsSparse)
            SaturateSome(scores, strengths, set);
        else
            Saturation.All(scores[..(64 * window.Words)], strengths, _rarity);
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

    private void AddFound(int list, in Window window, ReadOnlySpan<ulong> set, Span<float> sums)
    {
        var cursor = _lists[list].Cursor;
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            if (!cursor.Seek(window.Start + place))
                continue;
            sums[place] += Worth(_lists[list], window.Start + place);
            if (_doubtful)
                _scratch.Strengths[place] = Math.Max(_scratch.Strengths[place], _lists[list].Weight);
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
                _scratch.Strengths[place] = Math.Max(_scratch.Strengths[place], _lists[list].Weight);
        }

        return at;
    }

    private void SaturateSome(Span<float> scores, ReadOnlySpan<float> strengths, ReadOnlySpan<ulong> set)
    {
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            if (scores[place] > 0)
                scores[place] = ConceptQuery.Score(_rarity, _doubtful ? strengths[place] : 1, scores[place]);
        }
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
            if (_segment.IsSparse)
                WindowSet.Add(set, place);
        }

        return at;
    }

    private void AddSparse(WordBlocks word, int list, in Window window, float least, Span<float> sums, Span<float> strengths, Span<ulong> set)
    {
        // Blocks are few here: which documents they have is found by reading them again.
        word.AddTo(window, _lists[list].Weight, least, sums, strengths, _scratch.Buffers);
        word.Match(window, set, _scratch.Buffers);
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
            if (_segment.IsSparse)
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
