using SearchService.Language.Normalization;

namespace SearchService.Language.Lexicon;

/// <summary>English words and phrases with their Hindi renderings, and back. Filled once, then read by any number of threads.</summary>
/// <param name="shortestLemma">Fewest letters of a headword that an inflected form is looked up by: 2 in a lexicon of words, more in one of names, where RSS is no plural of Rs.</param>
internal sealed class LexiconTable(int shortestLemma = 2)
{
    /// <summary>Most words of a headword.</summary>
    public const int LongestPhrase = 5;

    private const int MostRenderings = 10;

    /// <summary>A headword of so many letters is folded on the stack.</summary>
    private const int Stack = 128;

    private readonly Dictionary<string, List<Rendering>> _byEnglish = [];
    private readonly Dictionary<string, List<Rendering>> _byHindi = [];
    private readonly Dictionary<string, string> _irregular = [];

    /// <summary>How many headwords there are.</summary>
    public int Count => _byEnglish.Count;

    /// <summary>The headwords, each with its renderings, strongest first.</summary>
    public IEnumerable<KeyValuePair<string, List<Rendering>>> Entries => _byEnglish;

    /// <summary>Adds a rendering; of two alike the stronger stays.</summary>
    /// <param name="english">Headword, lower-case, words separated by spaces or hyphens.</param>
    /// <param name="rendering">Its rendering.</param>
    public void Add(string english, Rendering rendering)
    {
        Add(_byEnglish, KeyOf(english), rendering);
        if (!rendering.Text.Contains(' ', StringComparison.Ordinal))
            Add(_byHindi, TightFold.Of(rendering.Text), rendering with { Text = english });
    }

    /// <summary>Adds an irregular form: went is a form of go.</summary>
    public void AddIrregular(string form, string headword) => _irregular[KeyOf(form)] = KeyOf(headword);

    /// <summary>Whether the word or phrase, or its dictionary form, is a headword.</summary>
    public bool Knows(string english) => Renderings(english).Count > 0;

    /// <summary>The renderings of an English word or phrase, strongest first; of an inflected form those of its dictionary form. Empty when unknown.</summary>
    /// <param name="english">As the tokenizer gives it; words of a phrase separated by spaces.</param>
    public IReadOnlyList<Rendering> Renderings(string english)
    {
        var key = KeyOf(english);
        if (_byEnglish.TryGetValue(key, out var found))
            return found;
        if (_irregular.TryGetValue(key, out var headword) && _byEnglish.TryGetValue(headword, out found))
            return found;
        var last = key.LastIndexOf(' ') + 1;
        foreach (var lemma in EnglishLemmas.Of(key[last..]))
        {
            if (lemma.Length >= shortestLemma && _byEnglish.TryGetValue(last == 0 ? lemma : key[..last] + lemma, out found))
                return found;
        }

        return [];
    }

    /// <summary>The English words and phrases of which a Hindi word is a rendering; the text of each is the English.</summary>
    public IReadOnlyList<Rendering> English(string hindi) => _byHindi.GetValueOrDefault(TightFold.Of(hindi)) ?? [];

    private static void Add(Dictionary<string, List<Rendering>> table, string key, Rendering rendering)
    {
        if (!table.TryGetValue(key, out var list))
        {
            // Most words have one: a list that begins with room for four would be most of the table.
            table[key] = new(1) { rendering };
            return;
        }

        var same = 0;
        while (same < list.Count && list[same].Text != rendering.Text)
            same++;
        if (same < list.Count)
        {
            if (list[same].Weight >= rendering.Weight)
                return;
            list.RemoveAt(same);
        }

        var at = 0;
        while (at < list.Count && list[at].Weight >= rendering.Weight)
            at++;
        list.Insert(at, rendering);
        if (list.Count > MostRenderings)
            list.RemoveAt(MostRenderings);
    }

    /// <summary>Whether just this word or phrase is a headword; spellings of English do not count as different.</summary>
    public bool IsHeadword(string english) => KeyOf(english) is var key && (_byEnglish.ContainsKey(key) || _irregular.ContainsKey(key));

    /// <summary>The key of a headword: that of each word, a space between.</summary>
    internal static string KeyOf(string english)
    {
        var length = english.Length;
        Span<char> words = length <= Stack ? stackalloc char[Stack] : new char[length];
        length = 0;
        foreach (var letter in english)
        {
            if (letter != '.')
                words[length++] = letter == '-' ? ' ' : letter;
        }

        words = words[..length];
        var longest = WideFold.MaxLength(TightFold.MaxLength(length));
        Span<char> key = longest <= 4 * Stack ? stackalloc char[4 * Stack] : new char[longest];
        Span<char> tight = longest <= 4 * Stack ? stackalloc char[4 * Stack] : new char[longest];
        length = 0;
        foreach (var range in ((ReadOnlySpan<char>)words).Split(' '))
        {
            var word = words[range];
            if (word.IsEmpty)
                continue;
            if (length > 0)
                key[length++] = ' ';
            length += WideFold.Write(tight[..TightFold.Write(word, tight)], key[length..]);
        }

        // Most headwords are their own keys.
        return key[..length].SequenceEqual(english) ? english : key[..length].ToString();
    }
}
