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
    private readonly ConceptSums _sums;
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
        (_segment, Concept, _lists, _scratch, _rarity) = (segment, concept, lists, scratch, (float)concept.Rarity);
        LeastWeight = lists.Count == 0 ? 1 : lists.Min(list => list.Weight);
        _sums = new(segment, number, _rarity, LeastWeight < ConceptQuery.FullWeight, scratch);
        _few = new(segment, lists, scratch.Buffers);
        _blocks = [.. lists.Select(list => FewPostings.IsFew(list) ? null : Array.ConvertAll(list.Words, word => new WordBlocks(segment, list.Field, word)))];
        _bounds = new float[segment.Windows];
        _sumBounds = new float[segment.Windows];
        for (var window = 0; window < _bounds.Length; window++)
            _bounds[window] = Bound(window, out _sumBounds[window]);
        Alone = lists is [{ Words.Length: 1 }] ? new(segment, lists[0], _blocks[0]?[0], _few, _rarity, scratch.Buffers) : null;
    }

    /// <summary>The concept.</summary>
    public BoundConcept Concept { get; }

    /// <summary>Its postings.</summary>
    public IReadOnlyList<FormList> Lists => _lists;

    /// <summary>How it is searched for by itself where it is one word in one field; null where it is more.</summary>
    public OneList? Alone { get; }

    /// <summary>The least of its forms' weights here.</summary>
    public float LeastWeight { get; }

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
    public override void Find(in Window window, float least, float leastBeside, Span<ulong> seen, Span<ulong> found)
    {
        // Here documents are looked at form by form: one that has two of them is found for that.
        var worth = ConceptQuery.SumFor(_rarity, least) * BagScorer.Slack;
        var needed = ConceptQuery.SumFor(_rarity, leastBeside) - _sumBounds[window.Number];
        foreach (ref readonly var posting in _few[window.Number])
        {
            var place = posting.Document - window.Start;
            if (posting.Worth >= worth || WindowSet.Has(seen, place))
                WindowSet.Add(found, place);
            WindowSet.Add(seen, place);
        }

        for (var i = 0; i < _blocks.Length; i++)
        {
            if (_blocks[i] is not { } words || ListBound(i, window.Number) is not (> 0 and var bound))
                continue;
            if (words.Length == 1)
            {
                words[0].Find(window, worth / _lists[i].Weight, (needed + bound) / _lists[i].Weight, seen, found, _scratch.Buffers);
                continue;
            }

            var rows = MatchRow(i, words, window);
            WindowSet.Or(seen, rows);
            WindowSet.Or(found, rows);
        }
    }

    /// <inheritdoc/>
    public override void Score(in Window window, ReadOnlySpan<ulong> set, float least)
    {
        _sums.Begin(window, set);
        var few = _few[window.Number];
        for (var i = 0; i < _lists.Count; i++)
        {
            if (_blocks[i] is not { } words)
                few = few[AddFew(few, i, window.Start, set)..];
            else if (ListBound(i, window.Number) <= 0)
                continue;
            else if (words.Length > 1)
                AddRow(i, window, set);
            else
                words[0].AddTo(window, set, _lists[i].Weight, _sums.Sums, _sums.Strengths, _scratch.Buffers);
        }
    }

    /// <inheritdoc/>
    public override void ScoreAll(in Window window, float least, Span<ulong> set)
    {
        _sums.Begin(window, set);
        // What a block must add to the most that all else can be.
        var needed = ConceptQuery.SumFor(_rarity, least) - _sumBounds[window.Number];
        var few = _few[window.Number];
        for (var i = 0; i < _blocks.Length; i++)
        {
            if (_blocks[i] is not { } words)
            {
                few = few[AddFew(few, i, window.Start, default)..];
                continue;
            }

            if (ListBound(i, window.Number) is not (> 0 and var bound))
                continue;
            if (words.Length > 1)
                AddRow(i, window, MatchRow(i, words, window));
            else
                words[0].AddTo(window, _lists[i].Weight, needed + bound, _sums.Sums, _sums.Strengths, _scratch.Buffers);
        }

        if (_segment.IsSparse)
            Match(window, set);
    }

    /// <inheritdoc/>
    public override float Got(int place) => _sums.Score(place);

    /// <inheritdoc/>
    public override void AddTo(ReadOnlySpan<ulong> set, Span<float> sums) => _sums.AddScores(set, sums);

    /// <inheritdoc/>
    public override void AddTo(Span<float> sums, bool first) => _sums.AddScores(sums, first);

    /// <inheritdoc/>
    public override bool FindAbove(float least, Span<ulong> set, Span<float> sums)
    {
        _sums.FindAbove(least, set, sums);
        return true;
    }

    /// <summary>What the worths of a document of the window just scored sum up to; infinite where it is not known.</summary>
    public float SumOf(int place) => _sums.Of(place);

    /// <summary>The most that they sum up to in a window.</summary>
    public float SumBound(int window) => _sumBounds[window];

    /// <inheritdoc/>
    public override void Clean(in Window window, ReadOnlySpan<ulong> touched) => _sums.Clean(window, touched);

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

    private void AddRow(int list, in Window window, ReadOnlySpan<ulong> set)
    {
        var cursor = _lists[list].Cursor;
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            if (cursor.Seek(window.Start + place))
                _sums.Add(place, Worth(_lists[list], window.Start + place), _lists[list].Weight);
        }
    }

    /// <summary>Adds the next few postings, those of one list, for the documents of a set or, if there is none, for all; returns how many they are.</summary>
    private int AddFew(ReadOnlySpan<FewPostings.Posting> few, int list, int start, ReadOnlySpan<ulong> set)
    {
        var at = 0;
        for (; at < few.Length && few[at].List == list; at++)
        {
            var place = few[at].Document - start;
            if (set.IsEmpty || WindowSet.Has(set, place))
                _sums.Add(place, few[at].Worth, _lists[list].Weight);
        }

        return at;
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
