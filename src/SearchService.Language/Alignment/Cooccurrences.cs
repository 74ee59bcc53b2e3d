namespace SearchService.Language.Alignment;

/// <summary>Which words stand together in a pair, each two numbered once: the table over which the alignment is learnt. About 20 bytes for each two words of each pair while it is made, 8 after.</summary>
internal sealed class Cooccurrences
{
    private readonly int[] _englishStart;
    private readonly int[] _hindiStart;
    private readonly int[] _cellStart;
    private readonly int[] _english;
    private readonly int[] _hindi;
    private readonly int[] _cells;

    /// <summary>Numbers the words of all pairs that stand together.</summary>
    public Cooccurrences(TitlePairs pairs, CancellationToken cancellation)
    {
        Pairs = pairs.Count;
        (_english, _englishStart) = Keys(pairs.English, pairs.EnglishOf);
        (_hindi, _hindiStart) = Keys(pairs.Hindi, pairs.HindiOf);
        cancellation.ThrowIfCancellationRequested();
        (EnglishCount, HindiCount) = (Counts(_english, pairs.English.Keys), Counts(_hindi, pairs.Hindi.Keys));

        _cellStart = new int[Pairs + 1];
        for (var pair = 0; pair < Pairs; pair++)
            _cellStart[pair + 1] = _cellStart[pair] + (English(pair).Length * Hindi(pair).Length);
        var keys = new ulong[_cellStart[Pairs]];
        var order = new int[keys.Length];
        var at = 0;
        for (var pair = 0; pair < Pairs; pair++)
        {
            foreach (var english in English(pair))
            {
                foreach (var hindi in Hindi(pair))
                    (keys[at], order[at]) = (((ulong)(uint)english << 32) | (uint)hindi, at++);
            }
        }

        cancellation.ThrowIfCancellationRequested();
        Array.Sort(keys, order);
        _cells = new int[keys.Length];
        Count = Number(keys, order);
        (EnglishOf, HindiOf, Both) = (new int[Count], new int[Count], new int[Count]);
        for (at = 0; at < keys.Length; at++)
        {
            var cell = _cells[order[at]];
            (EnglishOf[cell], HindiOf[cell]) = ((int)(keys[at] >> 32), (int)(uint)keys[at]);
            Both[cell]++;
        }
    }

    /// <summary>How many pairs there are.</summary>
    public int Pairs { get; }

    /// <summary>How many different two stand together.</summary>
    public int Count { get; }

    /// <summary>The English word of each two.</summary>
    public int[] EnglishOf { get; }

    /// <summary>The Hindi word of each two; of one English word they ascend.</summary>
    public int[] HindiOf { get; }

    /// <summary>How many pairs hold each two.</summary>
    public int[] Both { get; }

    /// <summary>How many pairs hold each English word.</summary>
    public int[] EnglishCount { get; }

    /// <summary>How many pairs hold each Hindi word.</summary>
    public int[] HindiCount { get; }

    /// <summary>The English words of a pair, each once.</summary>
    public ReadOnlySpan<int> English(int pair) => _english.AsSpan(_englishStart[pair].._englishStart[pair + 1]);

    /// <summary>The Hindi words of a pair, each once.</summary>
    public ReadOnlySpan<int> Hindi(int pair) => _hindi.AsSpan(_hindiStart[pair].._hindiStart[pair + 1]);

    /// <summary>The numbers of a pair's twos: those of its first English word with every Hindi word, then of the second, and so on.</summary>
    public ReadOnlySpan<int> Cells(int pair) => _cells.AsSpan(_cellStart[pair].._cellStart[pair + 1]);

    private delegate ReadOnlySpan<int> FormsOf(int pair);

    private (int[] Keys, int[] Start) Keys(SideWords side, FormsOf forms)
    {
        var keys = new List<int>();
        var start = new int[Pairs + 1];
        for (var pair = 0; pair < Pairs; pair++)
        {
            foreach (var form in forms(pair))
            {
                if (side.KeyOf(form) is var key and >= 0 && keys.IndexOf(key, start[pair]) < 0)
                    keys.Add(key);
            }

            start[pair + 1] = keys.Count;
        }

        return ([.. keys], start);
    }

    private static int[] Counts(int[] keys, int words)
    {
        var counts = new int[words];
        foreach (var key in keys)
            counts[key]++;
        return counts;
    }

    private int Number(ulong[] keys, int[] order)
    {
        var number = -1;
        for (var at = 0; at < keys.Length; at++)
        {
            if (at == 0 || keys[at] != keys[at - 1])
                number++;
            _cells[order[at]] = number;
        }

        return number + 1;
    }
}
