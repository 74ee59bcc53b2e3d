using System.IO.Hashing;

namespace SearchService.Engine.Inversion;

/// <summary>
/// The different terms of one field, numbered from 0 as they come and counted. Their bytes stand one after another in one array, so that
/// a lookup of a frequent term stays in the cache, and nothing is allocated for a term. One thread at a time.
/// </summary>
internal sealed class TermTable
{
    /// <summary>Longest term in bytes, as Lucene has it.</summary>
    public const int MostBytes = 32_766;

    private const int FirstTerms = 1 << 8;
    private const ulong NumberBits = uint.MaxValue;

    // Terms come from outside: nobody shall be able to choose such as fall into one slot.
    private static readonly long Seed = Random.Shared.NextInt64();

    private byte[] _bytes = new byte[FirstTerms * 16];
    private int[] _starts = new int[FirstTerms + 1];
    private int[] _counts = new int[FirstTerms];

    // The upper half of the hash, and the number of the term and one; 0 is a free slot.
    private ulong[] _slots = new ulong[FirstTerms * 2];

    /// <summary>How many different terms there are.</summary>
    public int Count { get; private set; }

    /// <summary>Memory it takes, in bytes.</summary>
    public long Size => _bytes.Length + (4L * (_starts.Length + _counts.Length)) + (8L * _slots.Length);

    /// <summary>The bytes of all terms; see <see cref="StartOf"/>.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>Counts a term once more.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="ArgumentException">It is longer than <see cref="MostBytes"/>.</exception>
    public int Add(ReadOnlySpan<byte> term)
    {
        var hash = XxHash3.HashToUInt64(term, Seed);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var found = _slots[slot];
            if (found == 0)
                return New(term, hash, slot);
            var number = (int)(found & NumberBits) - 1;
            if (((found ^ hash) & ~NumberBits) != 0 || !Of(number).SequenceEqual(term))
                continue;
            _counts[number]++;
            return number;
        }
    }

    /// <summary>Where a term begins in <see cref="Bytes"/>; it ends where the next one begins.</summary>
    public int StartOf(int number) => _starts[number];

    /// <summary>How often a term was added.</summary>
    public int CountOf(int number) => _counts[number];

    /// <summary>A term.</summary>
    public ReadOnlySpan<byte> Of(int number) => _bytes.AsSpan(_starts[number].._starts[number + 1]);

    /// <summary>The numbers of all terms in the order of their bytes, which is that of their code points.</summary>
    public int[] Sorted()
    {
        var numbers = new int[Count];
        var keys = new Key[Count];
        for (var number = 0; number < numbers.Length; number++)
        {
            numbers[number] = number;
            keys[number] = new(this, number);
        }

        Array.Sort(keys, numbers);
        return numbers;
    }

    /// <summary>Forgets all terms and keeps the room.</summary>
    public void Clear()
    {
        Count = 0;
        Array.Clear(_slots);
    }

    private int New(ReadOnlySpan<byte> term, ulong hash, int slot)
    {
        if (term.Length > MostBytes)
            throw new ArgumentException($"A term has {term.Length} bytes; at most {MostBytes} are indexed.", nameof(term));
        var number = Count;
        var start = _starts[number];
        if (number + 1 == _counts.Length)
        {
            Array.Resize(ref _counts, _counts.Length * 2);
            Array.Resize(ref _starts, _counts.Length + 1);
        }

        if (start + term.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + term.Length));
        term.CopyTo(_bytes.AsSpan(start));
        _starts[number + 1] = start + term.Length;
        _counts[number] = 1;
        _slots[slot] = (hash & ~NumberBits) | (uint)(number + 1);
        Count = number + 1;
        if (Count * 2 > _slots.Length)
            Double();
        return number;
    }

    private void Double()
    {
        _slots = new ulong[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var hash = XxHash3.HashToUInt64(Of(number), Seed);
            var slot = (int)hash & mask;
            while (_slots[slot] != 0)
                slot = (slot + 1) & mask;
            _slots[slot] = (hash & ~NumberBits) | (uint)(number + 1);
        }
    }

    /// <summary>A term to be sorted: most comparisons are decided by its beginning, which lies beside its number.</summary>
    private readonly struct Key(TermTable table, int number) : IComparable<Key>
    {
        private readonly ulong _beginning = Beginning(table.Of(number));
        private readonly int _number = number;
        private readonly TermTable _table = table;

        public int CompareTo(Key other) =>
            _beginning != other._beginning ? _beginning.CompareTo(other._beginning) : _table.Of(_number).SequenceCompareTo(_table.Of(other._number));

        private static ulong Beginning(ReadOnlySpan<byte> term)
        {
            var beginning = 0UL;
            for (var at = 0; at < 8; at++)
                beginning = (beginning << 8) | (at < term.Length ? term[at] : 0u);
            return beginning;
        }
    }
}
