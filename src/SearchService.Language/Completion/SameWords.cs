using System.Collections.Concurrent;
using SearchService.Language.Concepts;
using SearchService.Language.Normalization;

namespace SearchService.Language.Completion;

/// <summary>Tells whether two words are one in other spelling or inflection. Remembers what it was asked; safe for many threads.</summary>
internal sealed class SameWords(Interpreter interpreter)
{
    /// <summary>A form of at least this weight is the same word.</summary>
    private const float LeastWeight = 0.7f;

    /// <summary>Inflections change this many last letters at most: नदी नदियों.</summary>
    private const int LongestEnding = 4;

    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<string, Known> _known = new();

    /// <summary>Whether two words are the same.</summary>
    public bool Are(string one, string other)
    {
        if (one == other)
            return true;
        if (char.IsAscii(one[0]) != char.IsAscii(other[0]))
            return false;
        var (first, second) = (Of(one), Of(other));
        return first.Key.AsSpan().CommonPrefixLength(second.Key) + LongestEnding >= Math.Min(first.Key.Length, second.Key.Length)
            && (first.Forms.Contains(other) || second.Forms.Contains(one));
    }

    private Known Of(string word)
    {
        if (_known.TryGetValue(word, out var known))
            return known;
        if (_known.Count >= MostRemembered)
            _known.Clear();
        return _known[word] = new(TightFold.Of(word), new(() => FormsOf(word)));
    }

    private HashSet<string> FormsOf(string word) =>
        [.. interpreter.Interpret(word).Forms.Where(form => form.Weight >= LeastWeight).Select(form => form.Text)];

    private sealed class Known(string key, Lazy<HashSet<string>> forms)
    {
        public string Key { get; } = key;

        public HashSet<string> Forms => forms.Value;
    }
}
