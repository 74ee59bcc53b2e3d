using System.Collections.Concurrent;
using SearchService.Language.Concepts;

namespace SearchService.Language.Completion;

/// <summary>Tells whether two words are one in other spelling or inflection. Remembers what it was asked; safe for many threads.</summary>
internal sealed class SameWords(Interpreter interpreter)
{
    /// <summary>A form of at least this weight is the same word.</summary>
    private const float LeastWeight = 0.7f;

    /// <summary>Inflections change this many last letters at most: नदी नदियों.</summary>
    private const int LongestEnding = 4;

    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<string, HashSet<string>> _forms = new();

    /// <summary>Whether two words are the same.</summary>
    public bool Are(string one, string other)
    {
        if (one == other)
            return true;
        var alike = one.AsSpan().CommonPrefixLength(other);
        return alike > 0
            && alike + LongestEnding >= Math.Min(one.Length, other.Length)
            && (FormsOf(one).Contains(other) || FormsOf(other).Contains(one));
    }

    /// <summary>The word and its other forms, in the script of the word.</summary>
    public IReadOnlySet<string> FormsOf(string word)
    {
        if (_forms.TryGetValue(word, out var known))
            return known;
        var forms = interpreter.Interpret(word).Forms.Where(form => form.Weight >= LeastWeight).Select(form => form.Text).ToHashSet();
        if (_forms.Count >= MostRemembered)
            _forms.Clear();
        return _forms[word] = forms;
    }
}
