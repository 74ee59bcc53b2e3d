using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchService.Engine.TopK;

/// <summary>A set of documents of a window: a bit for each, counted from the window's start.</summary>
internal static class WindowSet
{
    /// <summary>Adds a document.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Span<ulong> set, int place) => set[place >> 6] |= 1UL << place;

    /// <summary>Whether a document is in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Has(ReadOnlySpan<ulong> set, int place) => (set[place >> 6] & (1UL << place)) != 0;

    /// <summary>Takes a document out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Remove(Span<ulong> set, int place) => set[place >> 6] &= ~(1UL << place);

    /// <summary>How many documents there are.</summary>
    public static int Count(ReadOnlySpan<ulong> set)
    {
        var count = 0;
        foreach (var word in set)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>The first document at or after a place; -1 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Next(ReadOnlySpan<ulong> set, int place)
    {
        var at = place >> 6;
        if (at >= set.Length)
            return -1;
        var word = set[at] & (ulong.MaxValue << place);
        while (word == 0)
        {
            if (++at == set.Length)
                return -1;
            word = set[at];
        }

        return (at << 6) + BitOperations.TrailingZeroCount(word);
    }

    /// <summary>Whether there are more than so many documents from a place to before another.</summary>
    public static bool HasMore(ReadOnlySpan<ulong> set, int than, int from, int to)
    {
        if (from >= to)
            return false;
        var (first, last) = (from >> 6, (to - 1) >> 6);
        var (head, tail) = (ulong.MaxValue << from, ulong.MaxValue >> (63 - ((to - 1) & 63)));
        if (first == last)
            return BitOperations.PopCount(set[first] & head & tail) > than;
        var count = BitOperations.PopCount(set[first] & head) + BitOperations.PopCount(set[last] & tail);
        foreach (var word in set[(first + 1)..last])
        {
            if (count > than)
                return true;
            count += BitOperations.PopCount(word);
        }

        return count > than;
    }

    /// <summary>Adds documents, ascending, of a window that begins at <paramref name="start"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(Span<ulong> set, ReadOnlySpan<int> documents, int start)
    {
        if (documents.IsEmpty)
            return;
        ref var word = ref First(set, documents[0] - start, documents[^1] - start);
        foreach (var document in documents)
        {
            nint place = document - start;
            Unsafe.Add(ref word, place >> 6) |= 1UL << (int)place;
        }
    }

    // Documents ascend, so that what holds of the first and of the last holds of all.
    private static ref ulong First(ReadOnlySpan<ulong> set, int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(last >> 6, set.Length);
        return ref MemoryMarshal.GetReference(set);
    }

    /// <summary>Finds those of some documents that are in a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="documents">The documents, ascending.</param>
    /// <param name="from">Place of the first that is looked for.</param>
    /// <param name="start">First document of the window.</param>
    /// <param name="hits">Where their places among the documents are written: room for one more than there are documents.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Find(ReadOnlySpan<ulong> set, ReadOnlySpan<int> documents, int from, int start, Span<int> hits)
    {
        if (from >= documents.Length)
            return 0;
        ref var document = ref MemoryMarshal.GetReference(documents);
        ref var word = ref First(set, documents[from] - start, documents[^1] - start);
        ref var hit = ref MemoryMarshal.GetReference(hits[..(documents.Length + 1)]);
        nint count = 0;
        for (nint at = from; at < documents.Length; at++)
        {
            // Every place is written, and kept if its document is in the set: no jump that could be foreseen wrongly.
            nint place = Unsafe.Add(ref document, at) - start;
            Unsafe.Add(ref hit, count) = (int)at;
            count += (nint)((Unsafe.Add(ref word, place >> 6) >> (int)place) & 1);
        }

        return (int)count;
    }

    /// <summary>Moves those of some documents that are in a set to another.</summary>
    /// <param name="from">The set.</param>
    /// <param name="to">The other set.</param>
    /// <param name="documents">The documents, ascending.</param>
    /// <param name="start">First document of the window.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Move(Span<ulong> from, Span<ulong> to, ReadOnlySpan<int> documents, int start)
    {
        if (documents.IsEmpty)
            return;
        ref var source = ref First(from, documents[0] - start, documents[^1] - start);
        ref var target = ref First(to, documents[0] - start, documents[^1] - start);
        foreach (var document in documents)
        {
            nint place = document - start;
            var moved = Unsafe.Add(ref source, place >> 6) & (1UL << (int)place);
            Unsafe.Add(ref source, place >> 6) ^= moved;
            Unsafe.Add(ref target, place >> 6) |= moved;
        }
    }

    /// <summary>Makes the numbers of its documents 0; those of their neighbours may become so too.</summary>
    public static void ClearAt<T>(ReadOnlySpan<ulong> set, Span<T> numbers)
        where T : struct
    {
        for (var word = 0; word < set.Length; word++)
        {
            if (set[word] != 0)
                numbers.Slice(64 * word, 64).Clear();
        }
    }

    /// <summary>Keeps what is in the other set too.</summary>
    public static void And(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        ref var to = ref MemoryMarshal.GetReference(set);
        ref var from = ref MemoryMarshal.GetReference(other[..set.Length]);
        nuint at = 0;
        for (; at + 4 <= (nuint)set.Length; at += 4)
            (Vector256.LoadUnsafe(ref to, at) & Vector256.LoadUnsafe(ref from, at)).StoreUnsafe(ref to, at);
        for (; at < (nuint)set.Length; at++)
            Unsafe.Add(ref to, at) &= Unsafe.Add(ref from, at);
    }

    /// <summary>Adds what is in the other set.</summary>
    public static void Or(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        ref var to = ref MemoryMarshal.GetReference(set);
        ref var from = ref MemoryMarshal.GetReference(other[..set.Length]);
        nuint at = 0;
        for (; at + 4 <= (nuint)set.Length; at += 4)
            (Vector256.LoadUnsafe(ref to, at) | Vector256.LoadUnsafe(ref from, at)).StoreUnsafe(ref to, at);
        for (; at < (nuint)set.Length; at++)
            Unsafe.Add(ref to, at) |= Unsafe.Add(ref from, at);
    }

    /// <summary>Takes out what is in the other set.</summary>
    public static void Without(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < set.Length; i++)
            set[i] &= ~other[i];
    }

    /// <summary>The documents whose number is at least <paramref name="least"/>.</summary>
    /// <param name="numbers">A number for each document, as many as bits.</param>
    /// <param name="least">Above 0.</param>
    /// <param name="set">Where they are written.</param>
    public static void AtLeast(ReadOnlySpan<float> numbers, float least, Span<ulong> set)
    {
        ref var from = ref MemoryMarshal.GetReference(numbers[..(64 * set.Length)]);
        var bound = Vector256.Create(least);
        for (var word = 0; word < set.Length; word++)
        {
            var bits = 0UL;
            for (var i = 0; i < 64; i += 8)
                bits |= (ulong)Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref from, (nuint)((64 * word) + i)), bound).ExtractMostSignificantBits() << i;
            set[word] = bits;
        }
    }

    /// <summary>Keeps the documents whose number is above 0.</summary>
    public static void KeepPositive(Span<ulong> set, ReadOnlySpan<float> numbers)
    {
        ref var from = ref MemoryMarshal.GetReference(numbers[..(64 * set.Length)]);
        for (var word = 0; word < set.Length; word++)
        {
            var kept = 0UL;
            for (var left = set[word]; left != 0;)
            {
                var shift = BitOperations.TrailingZeroCount(left) & ~7;
                left &= ~(0xFFUL << shift);
                kept |= (ulong)Vector256.GreaterThan(Vector256.LoadUnsafe(ref from, (nuint)((64 * word) + shift)), Vector256<float>.Zero).ExtractMostSignificantBits() << shift;
            }

            set[word] &= kept;
        }
    }
}
