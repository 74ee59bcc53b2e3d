using SearchService.Language.Normalization;

namespace SearchService.Language.Concepts;

/// <summary>
/// The words of an archive with approximate counts, found by surface form, by spelling key and by beginning.
/// Any number of threads may read while one adds; adds from several threads queue up.
/// </summary>
public sealed class Vocabulary
{
    private readonly Lock _gate = new();
    private readonly KeyIndex _byForm = new();
    private readonly KeyIndex _bySpelling = new();
    private readonly OrdinalOrder _order = new();
    private string[] _words = new string[1 << 10];
    private int[] _counts = new int[1 << 10];
    private int _count;

    /// <summary>How many different words there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Adds a word, or raises its count.</summary>
    /// <param name="form">A surface form as the tokenizer gives it; an empty one is ignored.</param>
    /// <param name="count">How many more occurrences; may be negative when articles are removed, the count stays 0 or more.</param>
    public void Add(ReadOnlySpan<char> form, int count)
    {
        if (form.IsEmpty)
            return;
        lock (_gate)
        {
            var hash = KeyIndex.Hash(form);
            var id = Find(form, hash);
            if (id >= 0)
            {
                _counts[id] = (int)Math.Clamp((long)_counts[id] + count, 0, int.MaxValue);
                return;
            }
            id = _count;
            if (id == _words.Length)
                Grow();
            _words[id] = form.ToString();
            _counts[id] = Math.Max(count, 0);
            Volatile.Write(ref _count, id + 1);
            _bySpelling.Add(SpellingKeyOf(form), id);
            _order.Add(id, _words);
            _byForm.Add(hash, id);
        }
    }

    /// <summary>Adds a word, or raises its count.</summary>
    public void Add(string form, int count) => Add(form.AsSpan(), count);

    /// <summary>True when the word was ever added.</summary>
    public bool Contains(ReadOnlySpan<char> form) => Find(form, KeyIndex.Hash(form)) >= 0;

    /// <summary>How often the word occurs, about; 0 for a word that was never added.</summary>
    public int CountOf(ReadOnlySpan<char> form)
    {
        var id = Find(form, KeyIndex.Hash(form));
        return id < 0 ? 0 : CountOf(id);
    }

    /// <summary>The words that begin with <paramref name="prefix"/>, most counted first, at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<string> WithPrefix(string prefix, int limit)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var best = new PriorityQueue<string, (int Count, string Word)>(Comparer<(int Count, string Word)>.Create(WorstFirst));
        foreach (var id in _order.Range(prefix, WordOf))
        {
            var key = (CountOf(id), WordOf(id));
            if (best.Count < limit)
                best.Enqueue(key.Item2, key);
            else if (limit > 0)
                best.EnqueueDequeue(key.Item2, key);
        }
        var words = new string[best.Count];
        for (var index = words.Length - 1; index >= 0; index--)
            words[index] = best.Dequeue();
        return words;
    }

    /// <summary>All words with their counts, in the order they were first added; words added meanwhile may be missing.</summary>
    public IEnumerable<(string Word, int Count)> Entries()
    {
        var count = Count;
        for (var id = 0; id < count; id++)
            yield return (WordOf(id), CountOf(id));
    }

    internal string WordOf(int id) => Volatile.Read(ref _words)[id];

    internal int CountOf(int id) => Volatile.Read(ref _counts)[id];

    /// <summary>The word added last of those whose wide spelling key this is, or -1; go on with <see cref="NextBySpelling"/>.</summary>
    internal int FirstBySpelling(ReadOnlySpan<char> wideKey) => _bySpelling.First(KeyIndex.Hash(wideKey));

    internal int NextBySpelling(int id) => _bySpelling.Next(id);

    private static int WorstFirst((int Count, string Word) left, (int Count, string Word) right) =>
        left.Count != right.Count ? left.Count.CompareTo(right.Count) : string.CompareOrdinal(right.Word, left.Word);

    private static ulong SpellingKeyOf(ReadOnlySpan<char> form)
    {
        const int Stack = 256;
        var tightLength = TightFold.MaxLength(form.Length);
        Span<char> tight = tightLength <= Stack ? stackalloc char[Stack] : new char[tightLength];
        tight = tight[..TightFold.Write(form, tight)];
        var wideLength = WideFold.MaxLength(tight.Length);
        Span<char> wide = wideLength <= Stack ? stackalloc char[Stack] : new char[wideLength];
        return KeyIndex.Hash(wide[..WideFold.Write(tight, wide)]);
    }

    private int Find(ReadOnlySpan<char> form, ulong hash)
    {
        for (var id = _byForm.First(hash); id >= 0; id = _byForm.Next(id))
        {
            if (form.SequenceEqual(WordOf(id)))
                return id;
        }
        return -1;
    }

    private void Grow()
    {
        var words = new string[_words.Length * 2];
        var counts = new int[words.Length];
        _words.CopyTo(words, 0);
        _counts.CopyTo(counts, 0);
        Volatile.Write(ref _counts, counts);
        Volatile.Write(ref _words, words);
    }
}
