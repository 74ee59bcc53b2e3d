using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>Makes scores of sums of worths, eight at a time, in the order of operations of <see cref="ConceptQuery.Score"/>.</summary>
internal static class Saturation
{
    /// <summary>Adds the scores of sums of worths to totals; that of 0 is 0.</summary>
    /// <param name="sums">A multiple of 8.</param>
    /// <param name="strengths">The largest weight for each, 0 where it is a full one; none where all are.</param>
    /// <param name="rarity">Of the concept.</param>
    /// <param name="totals">As many.</param>
    /// <param name="first">Whether the totals have no meaning yet.</param>
    public static void Add(ReadOnlySpan<float> sums, ReadOnlySpan<float> strengths, float rarity, Span<float> totals, bool first)
    {
        ref var sum = ref MemoryMarshal.GetReference(sums);
        ref var strength = ref MemoryMarshal.GetReference(strengths.IsEmpty ? sums : strengths[..sums.Length]);
        ref var total = ref MemoryMarshal.GetReference(totals[..sums.Length]);
        var most = Vector256.Create(rarity);
        for (nuint at = 0; at < (nuint)sums.Length; at += 8)
        {
            var here = Vector256.LoadUnsafe(ref sum, at);
            if (here == Vector256<float>.Zero)
            {
                if (first)
                    here.StoreUnsafe(ref total, at);
                continue;
            }

            var score = Score(here, strengths, ref strength, at, most);
            (first ? score : score + Vector256.LoadUnsafe(ref total, at)).StoreUnsafe(ref total, at);
        }
    }

    /// <summary>Adds the scores of sums of worths to the totals of a set, and keeps in it those whose totals come to so much.</summary>
    /// <param name="set">What is added to; the totals of others lose their meaning.</param>
    /// <param name="sums">One for each bit of the set.</param>
    /// <param name="strengths">The largest weight for each, 0 where it is a full one; none where all are.</param>
    /// <param name="rarity">Of the concept.</param>
    /// <param name="totals">As many.</param>
    /// <param name="first">Whether the totals have no meaning yet.</param>
    /// <param name="least">What a total must come to.</param>
    public static void Narrow(Span<ulong> set, ReadOnlySpan<float> sums, ReadOnlySpan<float> strengths, float rarity, Span<float> totals, bool first, float least)
    {
        ref var sum = ref MemoryMarshal.GetReference(sums[..(64 * set.Length)]);
        ref var strength = ref MemoryMarshal.GetReference(strengths.IsEmpty ? sums : strengths[..(64 * set.Length)]);
        ref var total = ref MemoryMarshal.GetReference(totals[..(64 * set.Length)]);
        var (most, bound) = (Vector256.Create(rarity), Vector256.Create(least));
        for (var word = 0; word < set.Length; word++)
        {
            var kept = 0UL;
            for (var left = set[word]; left != 0;)
            {
                // Eight by eight, those without any passed over.
                var shift = BitOperations.TrailingZeroCount(left) & ~7;
                left &= ~(0xFFUL << shift);
                var at = (nuint)((64 * word) + shift);
                var score = Score(Vector256.LoadUnsafe(ref sum, at), strengths, ref strength, at, most);
                if (!first)
                    score += Vector256.LoadUnsafe(ref total, at);
                score.StoreUnsafe(ref total, at);
                kept |= (ulong)Vector256.GreaterThanOrEqual(score, bound).ExtractMostSignificantBits() << shift;
            }

            set[word] &= kept;
        }
    }

    /// <summary>The largest of some sums of worths, and the largest score that they make.</summary>
    /// <param name="sums">A multiple of 8, none negative.</param>
    /// <param name="strengths">The largest weight for each, 0 where it is a full one; none where all are.</param>
    /// <param name="rarity">Of the concept.</param>
    public static (float Sum, float Score) Most(ReadOnlySpan<float> sums, ReadOnlySpan<float> strengths, float rarity)
    {
        ref var sum = ref MemoryMarshal.GetReference(sums);
        ref var strength = ref MemoryMarshal.GetReference(strengths.IsEmpty ? sums : strengths[..sums.Length]);
        var (most, mostSum, mostScore) = (Vector256.Create(rarity), Vector256<float>.Zero, Vector256<float>.Zero);
        for (nuint at = 0; at < (nuint)sums.Length; at += 8)
        {
            var here = Vector256.LoadUnsafe(ref sum, at);
            if (here == Vector256<float>.Zero)
                continue;
            mostSum = Vector256.Max(mostSum, here);
            mostScore = Vector256.Max(mostScore, Score(here, strengths, ref strength, at, most));
        }

        return (Largest(mostSum), Largest(mostScore));
    }

    private static float Largest(Vector256<float> numbers)
    {
        var largest = 0f;
        for (var i = 0; i < Vector256<float>.Count; i++)
            largest = Math.Max(largest, numbers[i]);
        return largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Score(Vector256<float> sum, ReadOnlySpan<float> strengths, ref float strength, nuint at, Vector256<float> most)
    {
        if (!strengths.IsEmpty && Vector256.LoadUnsafe(ref strength, at) is var doubt && doubt != Vector256<float>.Zero)
            most *= Vector256.ConditionalSelect(Vector256.Equals(doubt, Vector256<float>.Zero), Vector256<float>.One, doubt / Vector256.Create(ConceptQuery.FullWeight));
        return most * sum / (Vector256.Create(ScoredField.Saturation) + sum);
    }
}
