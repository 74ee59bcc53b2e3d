using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>Makes scores of sums, eight at a time, in the order of operations of <see cref="ConceptQuery.Score"/>.</summary>
internal static class Saturation
{
    /// <summary>Writes the scores of sums; 0 stays 0.</summary>
    /// <param name="sums">A multiple of 8.</param>
    /// <param name="strengths">The largest weight for each; none where all have full weight.</param>
    /// <param name="rarity">Of the concept.</param>
    /// <param name="scores">All 0.</param>
    public static void All(ReadOnlySpan<float> sums, ReadOnlySpan<float> strengths, float rarity, Span<float> scores)
    {
        ref var score = ref MemoryMarshal.GetReference(scores[..sums.Length]);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        ref var strength = ref MemoryMarshal.GetReference(strengths.IsEmpty ? sums : strengths[..sums.Length]);
        var (most, half, full) = (Vector256.Create(rarity), Vector256.Create(ScoredField.Saturation), Vector256.Create(ConceptQuery.FullWeight));
        for (nuint at = 0; at < (nuint)sums.Length; at += 8)
        {
            var here = Vector256.LoadUnsafe(ref sum, at);
            if (here == Vector256<float>.Zero)
                continue;
            var share = strengths.IsEmpty ? most : most * Vector256.Min(Vector256<float>.One, Vector256.LoadUnsafe(ref strength, at) / full);
            (share * here / (half + here)).StoreUnsafe(ref score, at);
        }
    }
}
