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
    private string[] _words = new string[1 << 10];
    private int[] _counts = new int[1 << 10];
    private int _count;
    private long _version;

    /// <summary>Makes an empty vocabulary.</summary>
    public Vocabulary() => Trie = new(this);

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
            AddHeld(form, count);
            // Last: who sees the new version sees the word.
            Volatile.Write(ref _version, _version + 1);
        }
    }

    /// <summary>Makes room for as many words in all, so that adding them need not make room again and again.</summary>
    public void Reserve(int words)
    {
        lock (_gate)
        {
            if (words > _words.Length)
                Grow(words);
            _byForm.Reserve(words);
            _bySpelling.Reserve(words);
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
        var words = new List<string>();
        if (limit == 0 || Trie.Find(prefix) is not { } start)
            return words;
        // Best first: a place waits with the most that a word beyond it can count, a word with its own count; places go before words of that count.
        var waiting = new PriorityQueue<(TriePlace Place, string? Word), (int Count, string? Word)>(Comparer<(int Count, string? Word)>.Create(BestFirst));
        waiting.Enqueue((start, null), (Trie.BestAt(start), null));
        while (words.Count < limit && waiting.TryDequeue(out var next, out _))
        {
            if (next.Word is not null)
            {
                words.Add(next.Word);
                continue;
            }

            if (Trie.WordAt(next.Place) is var id and >= 0)
                waiting.Enqueue((next.Place, WordOf(id)), (CountOf(id), WordOf(id)));
            foreach (var (_, child) in Trie.Children(next.Place))
                waiting.Enqueue((child, null), (Trie.BestAt(child), null));
        }

        return words;
    }

    /// <summary>All words with their counts, in the order they were first added; words added meanwhile may be missing.</summary>
    public IEnumerable<(string Word, int Count)> Entries()
    {
        var count = Count;
        for (var id = 0; id < count; id++)
            yield return (WordOf(id), CountOf(id));
    }

    /// <summary>Another number after each change: what was found out at one version holds as long as that lasts.</summary>
    internal long Version => Volatile.Read(ref _version);

    /// <summary>The words letter by letter.</summary>
    internal WordTrie Trie { get; }

    /// <summary>The number of a word, or -1.</summary>
    internal int IdOf(ReadOnlySpan<char> form) => Find(form, KeyIndex.Hash(form));

    internal string WordOf(int id) => Volatile.Read(ref _words)[id];

    internal int CountOf(int id) => Volatile.Read(ref _counts)[id];

    /// <summary>The word added last of those whose wide spelling key this is, or -1; go on with <see cref="NextBySpelling"/>.</summary>
    internal int FirstBySpelling(ReadOnlySpan<char> wideKey) => _bySpelling.First(KeyIndex.Hash(wideKey));

    internal int NextBySpelling(int id) => _bySpelling.Next(id);

    private static int BestFirst((int Count, string? Word) left, (int Count, string? Word) right) =>
        left.Count != right.Count ? right.Count.CompareTo(left.Count) : string.CompareOrdinal(left.Word, right.Word);

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

    private void AddHeld(ReadOnlySpan<char> form, int count)
    {
        var hash = KeyIndex.Hash(form);
        var id = Find(form, hash);
        if (id >= 0)
        {
            _counts[id] = (int)Math.Clamp((long)_counts[id] + count, 0, int.MaxValue);
            if (count > 0)
                Trie.Add(id, _counts[id]);
            return;
        }
        id = _count;
        if (id == _words.Length)
            Grow(_words.Length * 2);
        _words[id] = form.ToString();
        _counts[id] = Math.Max(count, 0);
        Volatile.Write(ref _count, id + 1);
        _bySpelling.Add(SpellingKeyOf(form), id);
        Trie.Add(id, _counts[id]);
        _byForm.Add(hash, id);
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

    private void Grow(int length)
    {
        var words = new string[length];
        var counts = new int[length];
        _words.CopyTo(words, 0);
        _counts.CopyTo(counts, 0);
        Volatile.Write(ref _counts, counts);
        Volatile.Write(ref _words, words);
    }
}
