using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>
/// The most that documents of each window get for a concept. What its lists can be worth one by one says little about many of them together: no
/// article has the best of every form. So what their sums come to is remembered with the concept: see <see cref="KnownMaxima"/>.
/// </summary>
internal sealed class ConceptBounds
{
    private readonly IReadOnlyList<FormList> _lists;
    private readonly FormBlocks?[] _blocks;
    private readonly FewPostings _few;
    private readonly float[] _ofLists;
    private readonly float[] _ofSums;
    private readonly float[] _ofScores;
    private readonly KnownMaxima.OfSegment? _known;

    /// <summary>Reckons the bounds of all windows.</summary>
    public ConceptBounds(SegmentView segment, BoundConcept concept, IReadOnlyList<FormList> lists, FormBlocks?[] blocks, FewPostings few, Scratch scratch)
    {
        (_lists, _blocks, _few) = (lists, blocks, few);
        _known = concept.KnownMaxima[segment];
        _ofLists = new float[segment.Windows];
        _ofSums = new float[segment.Windows];
        _ofScores = new float[segment.Windows];
        for (var window = 0; window < _ofScores.Length; window++)
        {
            _ofLists[window] = _ofSums[window] = Sum(segment, window, scratch.Sums, out var strongest);
            _ofScores[window] = _ofSums[window] > 0 ? ConceptQuery.Score((float)concept.Rarity, strongest, _ofSums[window]) : Part.None;
            if (_known is null || _ofSums[window] <= 0)
                continue;
            var (first, last) = (segment[window].Start / KnownMaxima.Range, (segment[window].End - 1) / KnownMaxima.Range);
            _ofSums[window] = Math.Min(_ofSums[window], Most(_known.Sums.AsSpan(first..(last + 1))));
            _ofScores[window] = Math.Min(_ofScores[window], Most(_known.Scores.AsSpan(first..(last + 1))));
        }
    }

    /// <summary>The most that a document of a window gets; <see cref="Part.None"/> where none matches.</summary>
    public float OfScore(int window) => _ofScores[window];

    /// <summary>The most that the worths of a document of a window sum up to.</summary>
    public float OfSum(int window) => _ofSums[window];

    /// <summary>The sum of what each list can be worth in a window.</summary>
    public float OfLists(int window) => _ofLists[window];

    /// <summary>Whether it is known what documents come to.</summary>
    public bool IsKnown => _known is not null;

    /// <summary>The most that documents get, by each 64 of a window, in the steps of <see cref="KnownMaxima"/>; empty where it is not known.</summary>
    public ReadOnlySpan<byte> Steps(in Window window) => _known is null ? default : _known.Steps.AsSpan(window.Start / 64, window.Words);

    /// <summary>The ranges of a window, if they are known, but for those without matches, each with the most that a document of it gets.</summary>
    public IEnumerable<(float Bound, Window Window)> Parts(Window window)
    {
        for (var start = window.Start; start < window.End; start += KnownMaxima.Range)
        {
            if (_known!.Scores[start / KnownMaxima.Range] is > 0 and var bound)
                yield return (bound, new(window.Number, start, Math.Min(window.End, start + KnownMaxima.Range), IsWhole: false));
        }
    }

    private static float Most(ReadOnlySpan<float> numbers)
    {
        var most = 0f;
        foreach (var number in numbers)
            most = Math.Max(most, number);
        return most;
    }

    private float Sum(SegmentView segment, int window, float[] sums, out float strongest)
    {
        var sum = strongest = 0f;
        for (var i = 0; i < _blocks.Length; i++)
        {
            if (_blocks[i]?.Bound(window) is not (> 0 and var bound))
                continue;
            sum += bound;
            strongest = Math.Max(strongest, _lists[i].Weight);
        }

        var few = _few[window];
        if (few.IsEmpty)
            return sum;
        foreach (ref readonly var posting in few)
            strongest = Math.Max(strongest, _lists[posting.List].Weight);
        return sum + MostOf(few, segment[window].Start, sums);
    }

    // Summed up as they will be, so that many rare forms do not seem to stand in one document.
    private static float MostOf(ReadOnlySpan<FewPostings.Posting> few, int start, float[] sums)
    {
        var most = 0f;
        foreach (ref readonly var posting in few)
            most = Math.Max(most, sums[posting.Document - start] += posting.Worth);
        foreach (ref readonly var posting in few)
            sums[posting.Document - start] = 0;
        return most;
    }
}
