using System.Text;

namespace SearchService.Engine.Querying;

/// <summary>What the misspelt words of a query were probably meant to be.</summary>
internal sealed class Corrections
{
    /// <summary>Most words of one query that are corrected.</summary>
    public const int Most = 4;

    private const int LongestWord = 64;

    private readonly Dictionary<string, string> _words;

    private Corrections(Dictionary<string, string> words) => _words = words;

    /// <summary>Nothing is corrected.</summary>
    public static Corrections None { get; } = new([]);

    /// <summary>Whether nothing is corrected.</summary>
    public bool IsEmpty => _words.Count == 0;

    /// <summary>How many words are corrected.</summary>
    public int Count => _words.Count;

    /// <summary>What a word was meant to be; null for one that is right.</summary>
    public string? this[string word] => _words.GetValueOrDefault(word);

    /// <summary>Corrections of some words.</summary>
    public static Corrections Of(IEnumerable<(string Word, string Meant)> words) => new(words.ToDictionary(one => one.Word, one => one.Meant));

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is not that.</summary>
    public static Corrections? Read(string text)
    {
        if (text.Length == 0)
            return None;
        var words = new Dictionary<string, string>();
        foreach (var line in text.Split('\n'))
        {
            if (line.Split('\t') is not [{ Length: > 0 and <= LongestWord } word, { Length: > 0 and <= LongestWord } meant] || words.Count == Most || !words.TryAdd(word, meant))
                return null;
        }

        return new(words);
    }

    /// <summary>The query with the words put right and all else as it was written.</summary>
    /// <param name="text">The query.</param>
    /// <param name="words">Its words, in order.</param>
    public string Apply(string text, IEnumerable<QueryWord> words)
    {
        var corrected = new StringBuilder(text.Length);
        var at = 0;
        foreach (var word in words)
        {
            if (this[word.Form] is not { } meant)
                continue;
            corrected.Append(text, at, word.Start - at).Append(meant);
            at = word.Start + word.Length;
        }

        return corrected.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The words as text, for a cursor.</summary>
    public override string ToString() => string.Join('\n', _words.Select(one => $"{one.Key}\t{one.Value}"));
}
