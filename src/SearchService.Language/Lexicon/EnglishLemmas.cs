namespace SearchService.Language.Lexicon;

/// <summary>The dictionary forms that an inflected English word may belong to.</summary>
internal static class EnglishLemmas
{
    private const int ShortestStem = 2;

    private static readonly (string Ending, string[] Instead)[] Rules =
    [
        ("ies", ["y", "ie"]),
        ("ied", ["y", "ie"]),
        ("iest", ["y"]),
        ("ier", ["y"]),
        ("ily", ["y"]),
        ("ves", ["f", "fe", "ve"]),
        ("es", ["", "e"]),
        ("s", [""]),
        ("ed", ["", "e"]),
        ("ing", ["", "e"]),
        ("est", ["", "e"]),
        ("er", ["", "e"]),
        ("ally", ["", "al"]),
        ("ly", ["", "le"]),
        ("ness", [""]),
        ("'s", [""]),
        ("'", [""]),
    ];

    /// <summary>Candidates, likelier first; most are no words and are found in no lexicon.</summary>
    /// <param name="word">Lower-case.</param>
    public static IEnumerable<string> Of(string word)
    {
        foreach (var (ending, instead) in Rules)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length - ending.Length < ShortestStem)
                continue;
            var stem = word[..^ending.Length];
            foreach (var last in instead)
                yield return stem + last;
            // stopped, running, bigger
            if (ending is "ed" or "ing" or "er" or "est" && stem[^1] == stem[^2])
                yield return stem[..^1];
        }
    }
}
