using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>Makes scores of sums of worths, eight at a time, in the order of operations of <see cref="ConceptQuery.Score"/>.</summary>
internal static class Saturation
{
    /// <summary>Adds the scores of sums of worths to totals; that of 0 is 0.</summary>
    /// <param name="sums">A multiple of 8.</param>
    /// <param name="strengths">The largest weight for each; none where all have full weight.</param>
    /// <param name="rarity">Of the concept.</param>
    /// <param name="totals">As many.</param>
    /// <param name="first">Whether the totals have no meaning yet.</param>
    public static void Add(ReadOnlySpan<float> sums, ReadOnlySpan<float> strengths, float rarity, Span<float> totals, bool first)
    {
        ref var sum = ref MemoryMarshal.GetReference(sums);
        ref var strength = ref MemoryMarshal.GetReference(strengths.IsEmpty ? sums : strengths[..sums.Length]);
        ref var total = ref MemoryMarshal.GetReference(totals[..sums.Length]);
        var (most, half, full) = (Vector256.Create(rarity), Vector256.Create(ScoredField.Saturation), Vector256.Create(ConceptQuery.FullWeight));
        for (nuint at = 0; at < (nuint)sums.Length; at += 8)
        {
            var here = Vector256.LoadUnsafe(ref sum, at);
            if (here == Vector256<float>.Zero)
            {
                if (first)
                    here.StoreUnsafe(ref total, at);
                continue;
            }

            var share = strengths.IsEmpty ? most : most * Vector256.Min(Vector256<float>.One, Vector256.LoadUnsafe(ref strength, at) / full);
            var score = share * here / (half + here);
            (first ? score : score + Vector256.LoadUnsafe(ref total, at)).StoreUnsafe(ref total, at);
        }
    }
}
