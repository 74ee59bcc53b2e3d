using SearchService.Language.Lexicon;

namespace SearchService.Language.Alignment;

/// <summary>The forms in which words that render one another were printed: the usual one stands in the lexicon, and the singular of an English word where there is one.</summary>
internal sealed class LinkedForms
{
    private readonly Cooccurrences _together;
    private readonly SideWords _english;
    private readonly Dictionary<int, FormCounts> _byCell = [];

    /// <summary>Counts the forms of the words chosen.</summary>
    public LinkedForms(TitlePairs pairs, Cooccurrences together, WordAlignment alignment, IReadOnlyDictionary<int, WordRendering> chosen)
    {
        (_together, _english) = (together, pairs.English);
        for (var pair = 0; pair < together.Pairs; pair++)
        {
            var cells = together.Cells(pair);
            var links = alignment.Links(pair);
            var width = together.Hindi(pair).Length;
            for (var at = 0; at < cells.Length; at++)
            {
                if (links[at] != Link.Both || !chosen.ContainsKey(cells[at]))
                    continue;
                if (!_byCell.TryGetValue(cells[at], out var counts))
                    _byCell[cells[at]] = counts = new();
                counts.Add(SideWords.Owner(FormOf(pairs.EnglishOf(pair), pairs.English, together.English(pair)[at / width])), FormOf(pairs.HindiOf(pair), pairs.Hindi, together.Hindi(pair)[at % width]));
            }
        }
    }

    /// <summary>The entry of two words that render one another.</summary>
    public LearntEntry Entry(WordRendering word)
    {
        var counts = _byCell[word.Cell];
        return new(counts.English(_english.KeyText(_together.EnglishOf[word.Cell])), new(counts.Hindi(), word.Weight, word.Reason, LearntLexicon.Source, word.Evidence));
    }

    private static string FormOf(ReadOnlySpan<int> forms, SideWords side, int key)
    {
        foreach (var form in forms)
        {
            if (side.KeyOf(form) == key)
                return side.FormOf(form);
        }

        throw new InvalidOperationException("The pair does not hold the word.");
    }
}

/// <summary>In which forms something was printed on both sides, and how often.</summary>
internal sealed class FormCounts
{
    private readonly Dictionary<string, int> _english = [];
    private readonly Dictionary<string, int> _hindi = [];

    /// <summary>Counts one sighting.</summary>
    public void Add(string english, string hindi)
    {
        _english[english] = _english.GetValueOrDefault(english) + 1;
        _hindi[hindi] = _hindi.GetValueOrDefault(hindi) + 1;
    }

    /// <summary>The English form that is the key itself, else the usual one.</summary>
    public string English(string key) => _english.Keys.FirstOrDefault(form => LexiconTable.KeyOf(form) == key) ?? Usual(_english);

    /// <summary>The usual Hindi form.</summary>
    public string Hindi() => Usual(_hindi);

    private static string Usual(Dictionary<string, int> forms) => forms.OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;
}
