using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>What two neighbours of the query gain where they stand near one another: see <see cref="ProximityQuery"/>. It never makes a match.</summary>
internal sealed class NearnessPart : Part
{
    private readonly SegmentView _segment;
    private PositionsReader[]? _firsts;
    private PositionsReader[]? _seconds;
    private readonly int _gap;

    /// <summary>Opens a pair of neighbours.</summary>
    public NearnessPart(SegmentView segment, ConceptPart first, ConceptPart second, int gap)
    {
        (_segment, First, Second, _gap) = (segment, first, second, gap);
        Most = (float)(ProximityQuery.Strength * Math.Min(first.Concept.Rarity, second.Concept.Rarity));
    }

    /// <summary>The earlier word.</summary>
    public ConceptPart First { get; }

    /// <summary>The later word.</summary>
    public ConceptPart Second { get; }

    /// <summary>What it adds at most.</summary>
    public float Most { get; }

    /// <inheritdoc/>
    public override bool Counts => false;

    /// <inheritdoc/>
    public override float Bound(int window) => First.Bound(window) < 0 || Second.Bound(window) < 0 ? None : Most;

    /// <summary>What it adds at most to a document of the window just scored: a pair of occurrences counts at most as one does.</summary>
    public float MostOf(int document, int place)
    {
        var (first, second) = (First.SumOf(place), Second.SumOf(place));
        if (float.IsInfinity(first) || float.IsInfinity(second))
            return Most;
        var least = float.MaxValue;
        for (var field = 0; field < ScoredField.All.Length; field++)
        {
            if ((First.Fields & Second.Fields & (1 << field)) != 0)
                least = Math.Min(least, _segment.FactorOf(field, document));
        }

        var frequency = first * second / least;
        return Most * frequency / (ScoredField.Saturation + frequency);
    }

    /// <inheritdoc/>
    public override int CountIn(in Window window) => 0;

    /// <inheritdoc/>
    public override void Match(in Window window, Span<ulong> set)
    {
    }

    /// <inheritdoc/>
    public override float ScoreOf(int document)
    {
        // Few segments have a document that it comes to this for.
        _firsts ??= PositionsReader.ByField(First.Lists);
        _seconds ??= PositionsReader.ByField(Second.Lists);
        var frequency = 0f;
        for (var field = 0; field < _firsts.Length; field++)
        {
            if ((First.Fields & Second.Fields & (1 << field)) == 0)
                continue;
            var first = _firsts[field].Read(document);
            if (first.IsEmpty)
                continue;
            var second = _seconds[field].Read(document);
            if (!second.IsEmpty)
                frequency += Nearness.Of(first, second, _gap) * _segment.FactorOf(field, document);
        }

        return Most * frequency / (ScoredField.Saturation + frequency);
    }
}
