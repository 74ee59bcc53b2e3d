using SearchService.Engine.Ranking;
using SearchService.Language.Concepts;
using SearchService.Language.Correction;

namespace SearchService.Engine.Querying;

/// <summary>Looks for words of a query that are probably misspelt, once the query has been bound: what its words are found under is known then.</summary>
/// <param name="interpreter">Reads words with those of the archive.</param>
/// <param name="text">The query as searched.</param>
/// <param name="plain">It has no syntax.</param>
/// <param name="readings">Words are searched in the other script and language too, and so corrected to English words of the lexicon.</param>
/// <param name="bound">The words of the query as bound.</param>
internal sealed class QueryCorrector(Interpreter interpreter, string text, bool plain, bool readings, IReadOnlyList<BoundConcept> bound)
{
    private readonly Dictionary<string, string> _missing = [];
    private readonly Dictionary<string, string> _rare = [];
    private bool _done;

    /// <summary>Whether any word of a bound query is found in so few articles that it may be misspelt. Cheap: most queries end here.</summary>
    public static bool IsNeeded(IReadOnlyList<BoundConcept> bound)
    {
        foreach (var concept in bound)
        {
            if (Articles(concept, own: true) <= Corrector.MostRare)
                return true;
        }

        return false;
    }

    /// <summary>Corrections of words that nothing, or nothing in their own script, is found under.</summary>
    public Corrections OfMissing()
    {
        Look();
        return Corrections.Of(_missing.Select(one => (one.Key, one.Value)));
    }

    /// <summary>The same, and corrections of words that hardly anything is found under.</summary>
    public Corrections OfAll()
    {
        Look();
        return Corrections.Of(_missing.Concat(_rare).Select(one => (one.Key, one.Value)).Take(Corrections.Most));
    }

    /// <summary>The query with its words put right; null when none is.</summary>
    public string? Apply(Corrections corrections) => corrections.IsEmpty ? null : corrections.Apply(text, Words());

    /// <summary>In how many articles the most frequent form is found; of a Devanagari word, its own script and meaning alone when <paramref name="own"/>.</summary>
    private static int Articles(BoundConcept concept, bool own)
    {
        var most = 0;
        own &= concept.Word.Length > 0 && concept.Word[0] is >= '\u0900' and <= '\u097F';
        foreach (var form in concept.Forms)
        {
            if (form.Articles > most && !(own && form.Reason == FormReason.Transliteration))
                most = form.Articles;
            // Enough to be known well.
            if (most > Corrector.MostRare)
                break;
        }

        return most;
    }

    private IEnumerable<QueryWord> Words() => QueryWords.Of(text, plain, whole => Articles(whole, own: false) > 0);

    private int Articles(string word, bool own) => bound.Where(concept => concept.Word == word).Select(concept => Articles(concept, own)).DefaultIfEmpty().Max();

    private void Look()
    {
        if (_done)
            return;
        _done = true;
        foreach (var word in Words().Select(word => word.Form).Distinct())
        {
            if (_missing.Count == Corrections.Most)
                break;
            Look(word);
        }
    }

    private void Look(string word)
    {
        var own = Articles(word, own: true);
        if (own > Corrector.MostRare)
            return;
        if (own > 0)
        {
            if (_rare.Count < Corrections.Most && interpreter.Corrector.OfRare(word, Corrector.FarMoreFrequent * own) is { } frequent)
                _rare[word] = frequent.Text;
            return;
        }

        var all = Articles(word, own: false);
        // The words asked for may be looked for in one field only; what the archive has in another is no mistake.
        if (all == 0 && IsHeld(word))
            return;
        var meant = all > 0 ? interpreter.Corrector.OfRare(word, all) : interpreter.Corrector.OfUnknown(word, readings) is [var nearest, ..] ? nearest : null;
        if (meant is { } right)
            _missing[word] = right.Text;
    }

    private bool IsHeld(string word)
    {
        var concept = readings ? interpreter.Interpret([word])[0] : interpreter.Interpret(word);
        return concept.Forms.Any(form => form.Text.Split(' ').All(part => interpreter.Vocabulary.CountOf(part) > 0));
    }
}
