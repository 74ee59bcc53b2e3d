using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SearchService.Engine.TopK;

/// <summary>
/// What postings are worth, added to what is kept of the documents of a window. These loops take most of a search's time, and none may become
/// part of its caller, where there would be too few registers for all that it uses.
/// </summary>
internal static class Worths
{
    /// <summary>Adds frequency × factor × weight of each posting to the number of its document.</summary>
    /// <param name="documents">Documents of a window, ascending.</param>
    /// <param name="frequencies">As many.</param>
    /// <param name="norms">A norm byte for each document of the segment.</param>
    /// <param name="factors">By norm byte; 256.</param>
    /// <param name="start">First document of the window.</param>
    /// <param name="weight">The form's weight.</param>
    /// <param name="sums">A number for each document of the window.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, ReadOnlySpan<byte> norms, float[] factors, int start, float weight, Span<float> sums)
    {
        if (documents.IsEmpty)
            return;
        // They ascend, so that what holds of the first and of the last holds of all. A byte has 256 values, and as many factors there are.
        nint first = documents[0];
        ref var document = ref MemoryMarshal.GetReference(documents);
        ref var frequency = ref MemoryMarshal.GetReference(frequencies[..documents.Length]);
        ref var norm = ref MemoryMarshal.GetReference(norms[..(documents[^1] + 1)]);
        ref var factor = ref MemoryMarshal.GetArrayDataReference(factors);
        ref var sum = ref MemoryMarshal.GetReference(sums[(documents[0] - start)..(documents[^1] - start + 1)]);
        for (nint i = 0; i < documents.Length; i++)
        {
            nint at = Unsafe.Add(ref document, i);
            var worth = Unsafe.Add(ref frequency, i) * Unsafe.Add(ref factor, (nint)Unsafe.Add(ref norm, at));
            Unsafe.Add(ref sum, at - first) += worth * weight;
        }
    }

    /// <summary>Adds frequency × factor × weight of some postings to the numbers of their documents.</summary>
    /// <param name="hits">Places of the postings, ascending.</param>
    /// <param name="documents">Documents, ascending; those of the hits are in the window.</param>
    /// <param name="frequencies">As many.</param>
    /// <param name="norms">A norm byte for each document of the segment.</param>
    /// <param name="factors">By norm byte; 256.</param>
    /// <param name="start">First document of the window.</param>
    /// <param name="weight">The form's weight.</param>
    /// <param name="sums">A number for each document of the window.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddAt(
        ReadOnlySpan<int> hits, ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, ReadOnlySpan<byte> norms, float[] factors, int start, float weight, Span<float> sums)
    {
        if (hits.IsEmpty)
            return;
        var (earliest, latest) = (documents[hits[0]], documents[hits[^1]]);
        nint first = earliest;
        ref var document = ref MemoryMarshal.GetReference(documents);
        ref var frequency = ref MemoryMarshal.GetReference(frequencies[..documents.Length]);
        ref var norm = ref MemoryMarshal.GetReference(norms[..(latest + 1)]);
        ref var factor = ref MemoryMarshal.GetArrayDataReference(factors);
        ref var sum = ref MemoryMarshal.GetReference(sums[(earliest - start)..(latest - start + 1)]);
        foreach (nint hit in hits)
        {
            nint at = Unsafe.Add(ref document, hit);
            var worth = Unsafe.Add(ref frequency, hit) * Unsafe.Add(ref factor, (nint)Unsafe.Add(ref norm, at));
            Unsafe.Add(ref sum, at - first) += worth * weight;
        }
    }

    /// <summary>Writes the weight of a form down for the documents that have no sum yet.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Doubt(ReadOnlySpan<int> documents, int start, float weight, ReadOnlySpan<float> sums, Span<float> strengths)
    {
        foreach (var document in documents)
        {
            if (sums[document - start] == 0)
                strengths[document - start] = weight;
        }
    }

    /// <summary>Writes a list down for its documents.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Note(ReadOnlySpan<int> documents, int start, ulong list, Span<ulong> lists)
    {
        foreach (var document in documents)
            lists[document - start] |= list;
    }

    /// <summary>Adds documents to a set; those that were in it, and those with so much frequency × factor, to another.</summary>
    /// <param name="documents">Documents of a window.</param>
    /// <param name="frequencies">As many.</param>
    /// <param name="norms">A norm byte for each document of the segment.</param>
    /// <param name="factors">By norm byte.</param>
    /// <param name="start">First document of the window.</param>
    /// <param name="worth">What is enough.</param>
    /// <param name="seen">The first set.</param>
    /// <param name="found">The other set.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Find(
        ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, ReadOnlySpan<byte> norms, float[] factors, int start, float worth, Span<ulong> seen, Span<ulong> found)
    {
        for (var i = 0; i < documents.Length && i < frequencies.Length; i++)
        {
            var document = documents[i];
            var (at, bit) = ((document - start) >> 6, 1UL << (document - start));
            ref var word = ref seen[at];
            if ((word & bit) != 0 || frequencies[i] * factors[norms[document]] >= worth)
                found[at] |= bit;
            word |= bit;
        }
    }
}
