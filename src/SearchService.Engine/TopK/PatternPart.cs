using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>An arrangement of words in one field of a document, scored for itself: see <see cref="PatternQuery"/>.</summary>
internal sealed class PatternPart : Part
{
    private readonly SegmentView _segment;
    private readonly Pattern _pattern;
    private readonly float _most;
    private readonly ConceptPart[] _parts;
    private readonly bool _all;
    private Dictionary<BoundConcept, PositionsReader>[]? _fields;
    private readonly PhrasePattern? _row;
    private readonly RowCount? _count;
    private readonly List<Interval> _found = [];
    private readonly Func<BoundConcept, IReadOnlyList<int>> _positionsOf;
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
        var concepts = pattern.Concepts.Distinct().ToArray();
        _parts = Array.ConvertAll(concepts, concept => partOf(concept));
        // Each place of a row takes another occurrence of each word; of other arrangements there can be more.
        _row = pattern is PhrasePattern { Slop: 0 } row && row.Offsets.Zip(row.Offsets.Skip(1)).All(pair => pair.First < pair.Second) ? row : null;
        _count = _row is null ? null : new(_row.Offsets);
        _positionsOf = concept => Fields[_field][concept].ReadDistinct(_document);
    }

    // Made when first asked for: few segments have a document that it comes to positions for.
    private Dictionary<BoundConcept, PositionsReader>[] Fields => _fields ??= Open();

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
        Prepare(window, set);
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            _document = window.Start + place;
            var found = 0;
            for (_field = 0; _field < ScoredField.All.Length && found == 0; _field++)
                found = CountInField();
            if (found == 0)
                WindowSet.Remove(set, place);
        }

        Forget();
    }

    /// <summary>Finds out which documents of a set have all words in one field, many of them faster than one by one.</summary>
    public void Prepare(in Window window, ReadOnlySpan<ulong> set)
    {
        if (!_all)
            return;
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

    /// <summary>Forgets that: documents of other windows are asked for.</summary>
    public void Forget() => _window = null;

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

    private float Most(int at, Func<ConceptPart, int, float> sum)
    {
        var least = float.PositiveInfinity;
        foreach (var part in _parts)
            least = Math.Min(least, sum(part, at) / part.LeastWeight);
        return float.IsInfinity(least) ? _most : _most * least / (ScoredField.Saturation + least);
    }

    private Dictionary<BoundConcept, PositionsReader>[] Open()
    {
        Dictionary<BoundConcept, PositionsReader>[] fields =
            [.. Enumerable.Range(0, ScoredField.All.Length).Select(_ => new Dictionary<BoundConcept, PositionsReader>(ReferenceEqualityComparer.Instance))];
        foreach (var part in _parts)
        {
            var readers = PositionsReader.ByField(part.Lists);
            for (var field = 0; field < readers.Length; field++)
                fields[field][part.Concept] = readers[field];
        }

        return fields;
    }

    private int CountInField()
    {
        if (_all && !(_window is { } window ? WindowSet.Has(_having[_field], _document - window.Start) : HasAll()))
            return 0;
        return _row is null ? Find() : Count(_row.Words);
    }

    private int Find()
    {
        _found.Clear();
        _pattern.Find(_positionsOf, _found);
        return _found.Count;
    }

    private int Count(BoundConcept[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!_count!.Add(i, Fields[_field][words[i]].Read(_document)))
                return 0;
        }

        return _count!.Places;
    }

    private bool HasAll()
    {
        foreach (var (_, reader) in Fields[_field])
        {
            if (!reader.Has(_document))
                return false;
        }

        return true;
    }
}
