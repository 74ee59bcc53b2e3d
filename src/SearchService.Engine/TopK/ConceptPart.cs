using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>
/// A concept in one segment. A document's worths are summed form by form and field by field, and saturated once: see <see cref="ConceptQuery"/>,
/// which says the same document by document, and to which this must be equal to the last bit.
/// </summary>
internal sealed class ConceptPart : Part
{
    private const int AllFields = -1;

    private readonly SegmentView _segment;
    private readonly Scratch _scratch;
    private readonly List<FormList> _lists;
    private readonly FormBlocks?[] _blocks;
    private readonly FewPostings _few;
    private readonly float _rarity;
    private readonly ConceptSums _sums;
    private readonly ConceptBounds _bounds;
    private int[]? _byCount;

    /// <summary>Opens a concept.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="concept">The concept.</param>
    /// <param name="number">Its number among the concepts of the query.</param>
    /// <param name="lists">What the segment has of it.</param>
    /// <param name="scratch">Memory of the search.</param>
    public ConceptPart(SegmentView segment, BoundConcept concept, int number, List<FormList> lists, Scratch scratch)
    {
        (_segment, Concept, _lists, _scratch, _rarity) = (segment, concept, lists, scratch, (float)concept.Rarity);
        LeastWeight = 1;
        foreach (var list in lists)
            (LeastWeight, Fields) = (Math.Min(LeastWeight, list.Weight), Fields | (1 << list.Field));
        _sums = new(number, _rarity, LeastWeight < ConceptQuery.FullWeight, scratch);
        _few = FewPostings.Read(segment, lists, scratch.Buffers);
        _blocks = new FormBlocks?[lists.Count];
        for (var i = 0; i < _blocks.Length; i++)
            _blocks[i] = FewPostings.IsFew(lists[i]) ? null : new FormBlocks(segment, lists[i], scratch);
        _bounds = new(segment, concept, lists, _blocks, _few, scratch);
        Alone = lists is [{ Words.Length: 1 }] ? new(segment, lists[0], _blocks[0]?.Word, _few, _rarity) : null;
    }

    /// <summary>The concept.</summary>
    public BoundConcept Concept { get; }

    /// <summary>Its postings.</summary>
    public IReadOnlyList<FormList> Lists => _lists;

    /// <summary>How it is searched for by itself where it is one word in one field; null where it is more.</summary>
    public OneList? Alone { get; }

    /// <summary>A bit for each field that has any of its forms here.</summary>
    public int Fields { get; }

    /// <summary>The least of its forms' weights here.</summary>
    public float LeastWeight { get; }

    /// <inheritdoc/>
    public override bool Counts => true;

    /// <inheritdoc/>
    public override float Bound(int window) => _bounds.OfScore(window);

    /// <inheritdoc/>
    public override int CountIn(in Window window) => (int)Math.Min(PostingsIn(window), window.Length);

    /// <summary>How many postings its lists have in a window, about.</summary>
    public long PostingsIn(in Window window)
    {
        long count = _few[window.Number].Length;
        foreach (var blocks in _blocks)
            count += blocks?.CountIn(window) ?? 0;
        return count;
    }

    /// <inheritdoc/>
    public override void Match(in Window window, Span<ulong> set)
    {
        foreach (ref readonly var posting in _few[window.Number])
            WindowSet.Add(set, posting.Document - window.Start);
        foreach (var blocks in _blocks)
            blocks?.Match(window, set);
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
    public override void Narrow(in Window window, Span<ulong> set) => Narrow(window, set, AllFields);

    /// <summary>Keeps those documents of a set that have it in some fields.</summary>
    /// <param name="window">The window.</param>
    /// <param name="set">The documents.</param>
    /// <param name="fields">A bit for each field.</param>
    public void Narrow(in Window window, Span<ulong> set, int fields)
    {
        var matched = _scratch.Matched(window.Words);
        foreach (ref readonly var posting in _few[window.Number])
        {
            var place = posting.Document - window.Start;
            if (!WindowSet.Has(set, place) || (fields & (1 << _lists[posting.List].Field)) == 0)
                continue;
            WindowSet.Remove(set, place);
            WindowSet.Add(matched, place);
        }

        // Those most likely there first, so that few are left to be looked for in the others.
        foreach (var list in _byCount ??= ByCount())
        {
            if ((fields & (1 << _lists[list].Field)) != 0)
                _blocks[list]!.Move(window, set, matched);
        }

        matched.CopyTo(set);
    }

    /// <inheritdoc/>
    public override void Find(in Window window, float least, float leastBeside, Span<ulong> seen, Span<ulong> found)
    {
        // Here documents are looked at form by form: one that has two of them is found for that.
        var worth = ConceptQuery.SumFor(_rarity, least) * BagScorer.Slack;
        var needed = ConceptQuery.SumFor(_rarity, leastBeside) - _bounds.OfLists(window.Number);
        foreach (ref readonly var posting in _few[window.Number])
        {
            var place = posting.Document - window.Start;
            if (posting.Worth >= worth || WindowSet.Has(seen, place))
                WindowSet.Add(found, place);
            WindowSet.Add(seen, place);
        }

        for (var i = 0; i < _blocks.Length; i++)
        {
            if (_blocks[i] is not { } blocks || blocks.Bound(window.Number) is not (> 0 and var bound))
                continue;
            if (blocks.Word is { } word)
            {
                word.Find(window, worth / _lists[i].Weight, (needed + bound) / _lists[i].Weight, seen, found);
                continue;
            }

            var rows = blocks.MatchRow(window);
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
            if (_blocks[i] is not { } blocks)
                few = few[AddFew(few, i, window, set)..];
            else if (blocks.Bound(window.Number) <= 0)
                continue;
            else if (blocks.Word is { } word)
                word.AddTo(window, set, _lists[i].Weight, _sums, ConceptSums.BitOf(i));
            else
                AddRow(i, window, set);
        }
    }

    /// <inheritdoc/>
    public override void ScoreAll(in Window window, float least, Span<ulong> set)
    {
        _sums.Begin(window, _segment.IsSparse ? set : default);
        // What a block must add to the most that all else can be.
        AddAll(window, ConceptQuery.SumFor(_rarity, least) - _bounds.OfLists(window.Number));
        if (_segment.IsSparse)
            Match(window, set);
    }

    /// <summary>Finds out what all documents of the segment come to, and remembers it with the concept.</summary>
    public void Learn()
    {
        var known = KnownMaxima.OfSegment.For(_segment.Documents);
        for (var number = 0; number < _segment.Windows; number++)
        {
            if (Bound(number) < 0)
                continue;
            var window = _segment[number];
            _sums.Begin(window, default);
            AddAll(window, float.NegativeInfinity);
            _sums.Learn(window, known);
            _sums.Clean(window, default);
        }

        Concept.KnownMaxima.Know(_segment, known);
    }

    /// <inheritdoc/>
    public override float Got(int place) => _sums.Score(place);

    /// <inheritdoc/>
    public override void AddTo(Span<ulong> set, Span<float> sums, float least) => _sums.AddScores(set, sums, least);

    /// <inheritdoc/>
    public override void AddTo(Span<float> sums, bool first) => _sums.AddScores(sums, first);

    /// <inheritdoc/>
    public override bool FindAbove(float least, Span<ulong> set, Span<float> sums)
    {
        _sums.FindAbove(least, set, sums);
        return true;
    }

    /// <summary>Keeps those documents of a set that match, of those just scored.</summary>
    public void KeepMatches(Span<ulong> set) => WindowSet.KeepPositive(set, _sums.Sums);

    /// <summary>Whether it is known what all documents come to.</summary>
    public bool IsKnown => _bounds.IsKnown;

    /// <summary>The parts of a window, each with its bound, if they are known.</summary>
    public IEnumerable<(float Bound, Window Window)> Parts(in Window window) => _bounds.Parts(window);

    /// <summary>The most that each 64 documents of a window get, in the steps of <see cref="KnownMaxima"/>; empty where it is not known.</summary>
    public ReadOnlySpan<byte> Steps(in Window window) => _bounds.Steps(window);

    /// <summary>What the worths of a document of the window just scored sum up to; infinite where it is not known.</summary>
    public float SumOf(int place) => _sums.Of(place);

    /// <summary>Keeps from now on which lists the documents of a window have that are scored.</summary>
    public void KeepLists() => _sums.KeepsLists = true;

    /// <summary>The lists that a document of the window just scored has, by <see cref="ConceptSums.BitOf"/>; all where that is not known.</summary>
    public ulong ListsOf(int place) => _sums.ListsOf(place);

    /// <summary>The most that they sum up to in a window.</summary>
    public float SumBound(int window) => _bounds.OfSum(window);

    /// <inheritdoc/>
    public override void Clean(in Window window, ReadOnlySpan<ulong> touched) => _sums.Clean(window, touched);

    private int[] ByCount() => [.. Enumerable.Range(0, _blocks.Length).Where(list => _blocks[list] is not null).OrderByDescending(list => _lists[list].Count)];

    private void AddAll(in Window window, float needed)
    {
        var few = _few[window.Number];
        for (var i = 0; i < _blocks.Length; i++)
        {
            if (_blocks[i] is not { } blocks)
                few = few[AddFew(few, i, window, default)..];
            else if (blocks.Bound(window.Number) is not (> 0 and var bound))
                continue;
            else if (blocks.Word is { } word)
                word.AddTo(window, _lists[i].Weight, needed + bound, _sums, ConceptSums.BitOf(i));
            else
                AddRow(i, window, blocks.MatchRow(window));
        }
    }

    private void AddRow(int list, in Window window, ReadOnlySpan<ulong> set)
    {
        var cursor = _lists[list].Cursor;
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            if (cursor.Seek(window.Start + place))
                _sums.Add(place, Worth(_lists[list], window.Start + place), _lists[list].Weight, list);
        }
    }

    /// <summary>Adds the next few postings, those of one list, for the documents of a set or, if there is none, for all; returns how many they are.</summary>
    private int AddFew(ReadOnlySpan<FewPostings.Posting> few, int list, in Window window, ReadOnlySpan<ulong> set)
    {
        var at = 0;
        for (; at < few.Length && few[at].List == list; at++)
        {
            // Of a part of a window there are those of the whole.
            var place = few[at].Document - window.Start;
            if ((uint)place < (uint)window.Length && (set.IsEmpty || WindowSet.Has(set, place)))
                _sums.Add(place, few[at].Worth, _lists[list].Weight, list);
        }

        return at;
    }

    private float Worth(FormList list, int document) =>
        list.Cursor.Frequency * _segment.FactorOf(list.Field, document) * list.Weight;
}
