using SearchService.Language.Concepts;

namespace SearchService.Language.Transliteration;

/// <summary>A place that a search has reached.</summary>
/// <param name="Place">In the trie.</param>
/// <param name="Sound">What is read there and not spoken yet; it follows from the place.</param>
/// <param name="Cost">-ln P of the way there.</param>
/// <param name="Promise">The cost, less what the most frequent word beyond the place may have to its credit.</param>
/// <param name="Slips">Letters taken for slips on the way.</param>
internal readonly record struct BeamState(TriePlace Place, Sound Sound, float Cost, float Promise, int Slips);

/// <summary>
/// The places reached at each letter of a word, of each letter only the most promising. Which those are is kept by a histogram of their promise, so that
/// adding costs the same however many there are. Reused from word to word.
/// </summary>
internal sealed class BeamColumns
{
    private const float BucketsPerUnit = 4;
    private const float LowestPromise = -8; // more than the frequency of a word can speak for it
    private const int Buckets = 256;
    private const int TableBits = 14;

    private readonly Column[] _columns;
    private readonly int _width;
    private readonly long[] _keys = new long[1 << TableBits];
    private readonly int[] _where = new int[1 << TableBits];
    private int _known;

    /// <summary>Makes room.</summary>
    /// <param name="longest">Most letters of a word.</param>
    /// <param name="width">Most places kept at each letter.</param>
    public BeamColumns(int longest, int width)
    {
        _width = width;
        _columns = [.. Enumerable.Range(0, longest + 1).Select(_ => new Column())];
    }

    /// <summary>Forgets all places.</summary>
    public void Clear()
    {
        foreach (var column in _columns)
            column.Clear();
        Array.Clear(_keys);
        _known = 0;
    }

    /// <summary>How many places there are at a letter, given up or not; more may come while they are read.</summary>
    public int Count(int letter) => _columns[letter].Count;

    /// <summary>A place at a letter; false when it was given up for better ones.</summary>
    public bool TryGet(int letter, int index, out BeamState state)
    {
        var column = _columns[letter];
        state = column.States[index];
        return Bucket(state.Promise) <= column.Limit;
    }

    /// <summary>Adds a place to a letter, if it is worth it; of two ways to one place the better stays.</summary>
    public void Add(int letter, in BeamState state)
    {
        var column = _columns[letter];
        var bucket = Bucket(state.Promise);
        if (bucket > column.Limit)
            return;
        var slot = Slot(letter, state.Place);
        if (slot >= 0 && _where[slot] is var same and >= 0 && column.States[same].Promise <= state.Promise)
            return;
        if (slot >= 0)
            _where[slot] = column.Count;
        column.Add(state, bucket, _width);
    }

    private static int Bucket(float promise) => Math.Clamp((int)((promise - LowestPromise) * BucketsPerUnit), 0, Buckets - 1);

    /// <summary>Where the index of a place is kept, -1 in it for a new one; -1 when the table is full.</summary>
    private int Slot(int letter, TriePlace place)
    {
        var key = (((long)place.Node << 12) | ((long)place.Depth << 6) | (long)letter) + 1;
        var slot = (int)((ulong)(key * unchecked((long)0x9E3779B97F4A7C15)) >> (64 - TableBits));
        while (_keys[slot] != key)
        {
            if (_keys[slot] == 0)
            {
                if (_known > _keys.Length / 2)
                    return -1;
                _known++;
                (_keys[slot], _where[slot]) = (key, -1);
                break;
            }

            slot = (slot + 1) & (_keys.Length - 1);
        }

        return slot;
    }

    private sealed class Column
    {
        private readonly int[] _histogram = new int[Buckets];
        private int _kept;

        public BeamState[] States { get; private set; } = [];

        public int Count { get; private set; }

        /// <summary>The last bucket that is still kept.</summary>
        public int Limit { get; private set; } = Buckets - 1;

        public void Clear()
        {
            if (Count > 0)
                Array.Clear(_histogram);
            (Count, _kept, Limit) = (0, 0, Buckets - 1);
        }

        public void Add(in BeamState state, int bucket, int width)
        {
            if (Count == States.Length)
            {
                var more = new BeamState[Math.Max(64, Count * 2)];
                States.CopyTo(more, 0);
                States = more;
            }

            States[Count++] = state;
            _histogram[bucket]++;
            _kept++;
            while (_kept - _histogram[Limit] >= width)
                _kept -= _histogram[Limit--];
        }
    }
}
