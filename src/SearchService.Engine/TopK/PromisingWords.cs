using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchService.Engine.TopK;

/// <summary>Finds out, 64 documents at a time, where any can be among the best, by what is known of the query's concepts: see <see cref="KnownMaxima"/>.</summary>
/// <param name="bag">The query.</param>
/// <param name="scratch">Memory of the search.</param>
internal sealed class PromisingWords(BagPart bag, Scratch scratch)
{
    // With more of a window than this share it is faster to score all of it.
    private const int Share = 4;

    /// <summary>Finds the documents of a window that can come to so much.</summary>
    /// <param name="window">The window.</param>
    /// <param name="needed">So much; everything promises that if it is not above 0.</param>
    /// <param name="set">An empty set, to which they are added with their neighbours; it stays empty if they are too many.</param>
    /// <returns>Whether all others are ruled out.</returns>
    public bool Find(in Window window, float needed, Span<ulong> set)
    {
        // Eight at a time, of which the last may be beyond the window.
        var bounds = scratch.Bounds((window.Words + 7) & ~7);
        if (needed <= 0 || !TryBound(window, bounds))
            return false;
        var promising = 0;
        var least = Vector256.Create(needed);
        for (var word = 0; word < bounds.Length; word += 8)
            promising += BitOperations.PopCount(Vector256.GreaterThanOrEqual(Vector256.Create<float>(bounds[word..]), least).ExtractMostSignificantBits());
        if (promising > set.Length / Share)
            return false;
        for (var word = 0; word < set.Length; word++)
            set[word] = bounds[word] >= needed ? ulong.MaxValue : 0;
        return true;
    }

    private bool TryBound(in Window window, Span<float> bounds)
    {
        var (rest, known) = (0f, false);
        foreach (var part in bag.Scored)
        {
            if (part is ConceptPart concept && !concept.Steps(window).IsEmpty)
                known = true;
            else
                rest += Math.Max(0, part.Bound(window.Number));
        }

        if (!known)
            return false;
        bounds[..window.Words].Fill(rest);
        bounds[window.Words..].Fill(float.NegativeInfinity);
        for (var i = 0; i < bag.Scored.Length; i++)
        {
            if (bag.Scored[i] is ConceptPart concept && concept.Steps(window) is { IsEmpty: false } steps)
                Add(steps, KnownMaxima.StepOf((float)concept.Concept.Rarity), i < bag.Required.Length ? float.NegativeInfinity : 0, bounds);
        }

        foreach (var pair in bag.Nearness)
            Add(pair.First.Steps(window), pair.Second.Steps(window), pair.Most, bounds);
        return true;
    }

    /// <summary>Adds so many steps each, or where there is none something else.</summary>
    private static void Add(ReadOnlySpan<byte> steps, float step, float none, Span<float> bounds)
    {
        var (size, missing) = (Vector256.Create(step), Vector256.Create(none));
        for (var word = 0; word < bounds.Length; word += 8)
        {
            var here = Eight(steps, word);
            var added = Vector256.ConditionalSelect(Vector256.Equals(here, Vector256<float>.Zero), missing, here * size);
            (Vector256.Create<float>(bounds[word..]) + added).CopyTo(bounds[word..]);
        }
    }

    /// <summary>Adds what a pair gains where both may be.</summary>
    private static void Add(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, float most, Span<float> bounds)
    {
        var gain = Vector256.Create(most);
        for (var word = 0; word < bounds.Length; word += 8)
        {
            var apart = Vector256.Equals(Eight(first, word) * Eight(second, word), Vector256<float>.Zero);
            (Vector256.Create<float>(bounds[word..]) + Vector256.AndNot(gain, apart)).CopyTo(bounds[word..]);
        }
    }

    /// <summary>Eight steps, from one on; 1 each where they are not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Eight(ReadOnlySpan<byte> steps, int from)
    {
        if (steps.IsEmpty)
            return Vector256<float>.One;
        var left = steps[from..];
        var eight = left.Length >= sizeof(ulong) ? MemoryMarshal.Read<ulong>(left) : Last(left);
        var shorts = Vector128.WidenLower(Vector128.CreateScalarUnsafe(eight).AsByte());
        return Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)).AsInt32());
    }

    private static ulong Last(ReadOnlySpan<byte> steps)
    {
        var eight = 0UL;
        for (var i = 0; i < steps.Length; i++)
            eight |= (ulong)steps[i] << (8 * i);
        return eight;
    }
}
