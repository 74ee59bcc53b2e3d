using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>An arrangement of words in one field of a document, scored for itself: see <see cref="PatternQuery"/>.</summary>
internal sealed class PatternPart : Part
{
    // From so many lists on it takes less to remember which of them a document has than to look for it in each.
    private const int ManyLists = 12;

    private readonly SegmentView _segment;
    private readonly Pattern _pattern;
    private readonly float _most;
    private readonly ConceptPart[] _parts;
    private readonly bool _all;
    private readonly BoundConcept[] _concepts;
    private readonly int[] _rowParts;

    // By part the lists that the document at hand may have.
    private readonly ulong[] _known;
    private PositionsReader[][]? _readers;
    private readonly PhrasePattern? _row;
    private readonly RowCount? _count;
    private readonly List<Interval> _found = [];
    private readonly Func<BoundConcept, IReadOnlyList<int>> _positionsOf;
    // By field the documents of a window that have all words there; of the window that is narrowed, if one is.
    private readonly ulong[][] _having = [.. ScoredField.All.Select(_ => Array.Empty<ulong>())];
    private Window? _window;
    private int _field;
    private int _document;

    /// <summary>Opens a pattern.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="partOf">The part of a concept of the pattern.</param>
    public PatternPart(SegmentView segment, Pattern pattern, Func<BoundConcept, ConceptPart> partOf)
    {
        (_segment, _pattern, _all) = (segment, pattern, pattern.NeedsAll);
        _most = (float)(ProximityQuery.Strength * pattern.Concepts.Min(concept => concept.Rarity));
        _concepts = [.. pattern.Concepts.Distinct()];
        _parts = Array.ConvertAll(_concepts, concept => partOf(concept));
        _known = new ulong[_parts.Length];
        Array.Fill(_known, ulong.MaxValue);
        foreach (var part in _parts)
        {
            if (part.Lists.Count >= ManyLists)
                part.KeepLists();
        }

        // Each place of a row takes another occurrence of each word; of other arrangements there can be more.
        _row = pattern is PhrasePattern { Slop: 0 } row && row.Offsets.Zip(row.Offsets.Skip(1)).All(pair => pair.First < pair.Second) ? row : null;
        _count = _row is null ? null : new(_row.Offsets);
        _rowParts = _row is null ? [] : Array.ConvertAll(_row.Words, word => Array.IndexOf(_concepts, word));
        _positionsOf = concept => Readers[Array.IndexOf(_concepts, concept)][_field].ReadDistinct(_document);
    }

    // By part and field. Made when first asked for: few segments have a document that it comes to positions for.
    private PositionsReader[][] Readers => _readers ??= Array.ConvertAll(_parts, part => PositionsReader.ByField(part.Lists));

    /// <summary>Whether all of its words must be there.</summary>
    public bool NeedsAll => _all;

    /// <inheritdoc/>
    public override bool Counts => true;

    /// <inheritdoc/>
    public override float Bound(int window)
    {
        var any = false;
        foreach (var part in _parts)
        {
            var here = part.Bound(window) >= 0;
            if (_all && !here)
                return None;
            any |= here;
        }

        return !any ? None : _row is null ? _most : Most(window, static (part, at) => part.SumBound(at));
    }

    /// <summary>What it adds at most to a document of the window just scored.</summary>
    public float MostOf(int place) => _row is null ? _most : Most(place, static (part, at) => part.SumOf(at));

    /// <inheritdoc/>
    public override int CountIn(in Window window)
    {
        var (least, sum) = (window.Length, 0);
        foreach (var part in _parts)
        {
            var count = part.CountIn(window);
            (least, sum) = (Math.Min(least, count), sum + count);
        }

        return _all ? least : Math.Min(sum, window.Length);
    }

    /// <summary>Adds the documents of a window that have the words, wherever they stand: all that match and others.</summary>
    public void MatchWords(in Window window, Span<ulong> set)
    {
        if (!_all)
        {
            foreach (var part in _parts)
                part.Match(window, set);
            return;
        }

        var found = new ulong[window.Words];
        var by = window;
        var rarest = _parts.MinBy(part => part.CountIn(by))!;
        rarest.Match(window, found);
        foreach (var part in _parts)
        {
            if (!ReferenceEquals(part, rarest))
                part.Narrow(window, found);
        }

        WindowSet.Or(set, found);
    }

    /// <inheritdoc/>
    public override void Match(in Window window, Span<ulong> set)
    {
        Span<ulong> found = new ulong[window.Words];
        MatchWords(window, found);
        Narrow(window, found);
        WindowSet.Or(set, found);
    }

    /// <inheritdoc/>
    public override void Narrow(in Window window, Span<ulong> set)
    {
        if (_all)
            FindFields(window, set);
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            _document = window.Start + place;
            var found = 0;
            for (_field = 0; _field < ScoredField.All.Length && found == 0; _field++)
                found = CountInField();
            if (found == 0)
                WindowSet.Remove(set, place);
        }

        _window = null;
    }

    /// <inheritdoc/>
    public override float ScoreOf(int document)
    {
        var frequency = 0f;
        _document = document;
        for (_field = 0; _field < ScoredField.All.Length; _field++)
        {
            if (CountInField() is > 0 and var found)
                frequency += found * _segment.FactorOf(_field, document);
        }

        return frequency > 0 ? _most * frequency / (ScoredField.Saturation + frequency) : None;
    }

    /// <summary>The same for a document of the window just scored, at its place there: it is known which forms it has.</summary>
    public float ScoreAt(int document, int place)
    {
        for (var i = 0; i < _parts.Length; i++)
            _known[i] = _parts[i].ListsOf(place);
        var score = ScoreOf(document);
        Array.Fill(_known, ulong.MaxValue);
        return score;
    }

    private float Most(int at, Func<ConceptPart, int, float> sum)
    {
        var least = float.PositiveInfinity;
        foreach (var part in _parts)
            least = Math.Min(least, sum(part, at) / part.LeastWeight);
        return float.IsInfinity(least) ? _most : _most * least / (ScoredField.Saturation + least);
    }

    /// <summary>Finds out which documents of a set have all words in one field, many of them faster than one by one.</summary>
    private void FindFields(in Window window, ReadOnlySpan<ulong> set)
    {
        for (var field = 0; field < _having.Length; field++)
        {
            if (_having[field].Length < window.Words)
                _having[field] = new ulong[window.Words];
            var having = _having[field].AsSpan(0, window.Words);
            set.CopyTo(having);
            foreach (var part in _parts)
                part.Narrow(window, having, 1 << field);
        }

        _window = window;
    }

    private int CountInField()
    {
        if (_all && !(_window is { } window ? WindowSet.Has(_having[_field], _document - window.Start) : HasAll()))
            return 0;
        return _row is null ? Find() : CountRow();
    }

    private int Find()
    {
        _found.Clear();
        _pattern.Find(_positionsOf, _found);
        return _found.Count;
    }

    private int CountRow()
    {
        for (var i = 0; i < _rowParts.Length; i++)
        {
            var part = _rowParts[i];
            if (!_count!.Add(i, Readers[part][_field].Read(_document, _known[part])))
                return 0;
        }

        return _count!.Places;
    }

    private bool HasAll()
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            var reader = Readers[i][_field];
            if (_known[i] == ulong.MaxValue ? !reader.Has(_document) : (_known[i] & reader.Lists) == 0)
                return false;
        }

        return true;
    }
}
