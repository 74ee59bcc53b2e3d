namespace SearchService.Language.Concepts;

/// <summary>
/// The words in ordinal order, for ranges of words that begin alike. Sorted runs of growing length and a short unsorted tail, merged as in a
/// log-structured store, so that adding costs O(log n) moves a word. One writer at a time; readers need no lock.
/// </summary>
internal sealed class OrdinalOrder
{
    private const int TailLength = 4096;

    private State _state = new([], new int[TailLength]);

    /// <summary>Adds a word. For the writer.</summary>
    /// <param name="id">The word.</param>
    /// <param name="words">All words by id, this one among them.</param>
    public void Add(int id, string[] words)
    {
        var state = _state;
        state.Tail[state.Count] = id;
        Volatile.Write(ref state.Count, state.Count + 1);
        if (state.Count < TailLength)
            return;
        var run = state.Tail.AsSpan().ToArray();
        Array.Sort(run, (left, right) => string.CompareOrdinal(words[left], words[right]));
        var runs = state.Runs.ToList();
        while (runs.Count > 0 && runs[^1].Length <= run.Length)
        {
            run = Merge(runs[^1], run, words);
            runs.RemoveAt(runs.Count - 1);
        }
        runs.Add(run);
        Volatile.Write(ref _state, new State([.. runs], new int[TailLength]));
    }

    /// <summary>The ids of all words that begin with <paramref name="prefix"/>, in no order.</summary>
    /// <param name="prefix">A beginning, compared ordinally.</param>
    /// <param name="words">Reads a word by id.</param>
    public List<int> Range(string prefix, Func<int, string> words)
    {
        var state = Volatile.Read(ref _state);
        var found = new List<int>();
        foreach (var run in state.Runs)
        {
            for (var index = LowerBound(run, prefix, words); index < run.Length && words(run[index]).StartsWith(prefix, StringComparison.Ordinal); index++)
                found.Add(run[index]);
        }
        var count = Volatile.Read(ref state.Count);
        foreach (var id in state.Tail.AsSpan(0, count))
        {
            if (words(id).StartsWith(prefix, StringComparison.Ordinal))
                found.Add(id);
        }
        return found;
    }

    private static int LowerBound(int[] run, string prefix, Func<int, string> words)
    {
        var (low, high) = (0, run.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(words(run[middle]), prefix) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static int[] Merge(int[] left, int[] right, string[] words)
    {
        var merged = new int[left.Length + right.Length];
        var (from, other) = (0, 0);
        for (var to = 0; to < merged.Length; to++)
        {
            var takeLeft = other == right.Length || (from < left.Length && string.CompareOrdinal(words[left[from]], words[right[other]]) <= 0);
            merged[to] = takeLeft ? left[from++] : right[other++];
        }
        return merged;
    }

    private sealed class State(int[][] runs, int[] tail)
    {
        public readonly int[][] Runs = runs;
        public readonly int[] Tail = tail;
        public int Count;
    }
}
