using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>
/// The most that documents of each window get for a concept. What its lists can be worth one by one says little about many of them together: no
/// article has the best of every form. So what their sums came to is remembered with the concept once a search has summed up a window.
/// </summary>
internal sealed class ConceptBounds
{
    // Sums are made in one order only, but may be kept a little more exactly than they are compared.
    private const float Above = 1 + 1e-5f;

    private readonly IReadOnlyList<FormList> _lists;
    private readonly FormBlocks?[] _blocks;
    private readonly FewPostings _few;
    private readonly float[] _ofLists;
    private readonly float[] _ofSums;
    private readonly float[] _ofScores;
    private readonly float[]? _known;

    /// <summary>Reckons the bounds of all windows.</summary>
    public ConceptBounds(SegmentView segment, BoundConcept concept, IReadOnlyList<FormList> lists, FormBlocks?[] blocks, FewPostings few, Scratch scratch)
    {
        (_lists, _blocks, _few) = (lists, blocks, few);
        _known = segment.WindowBits == SegmentView.DenseBits ? concept.KnownSums?.Of(segment) : null;
        _ofLists = new float[segment.Windows];
        _ofSums = new float[segment.Windows];
        _ofScores = new float[segment.Windows];
        for (var window = 0; window < _ofScores.Length; window++)
        {
            _ofLists[window] = _ofSums[window] = Sum(segment, window, scratch.Sums, out var strongest);
            if (_known?[window] is > 0 and var known)
                _ofSums[window] = Math.Min(_ofSums[window], known);
            _ofScores[window] = _ofSums[window] > 0 ? ConceptQuery.Score((float)concept.Rarity, strongest, _ofSums[window]) : Part.None;
        }
    }

    /// <summary>The most that a document of a window gets; <see cref="Part.None"/> where none matches.</summary>
    public float OfScore(int window) => _ofScores[window];

    /// <summary>The most that the worths of a document of a window sum up to.</summary>
    public float OfSum(int window) => _ofSums[window];

    /// <summary>The sum of what each list can be worth in a window.</summary>
    public float OfLists(int window) => _ofLists[window];

    /// <summary>Whether it would help to know what the sums of a window come to.</summary>
    public bool IsUnknown(int window) => _known is not null && _known[window] == 0;

    /// <summary>Remembers what the sums of all documents of a window come to at most.</summary>
    public void Learn(int window, float most) => _known![window] = most * Above;

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
