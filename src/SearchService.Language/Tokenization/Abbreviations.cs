using SearchService.Language.Segmentation;

namespace SearchService.Language.Tokenization;

/// <summary>
/// Abbreviations written with full stops inside, kept as one word: <c>U.S.</c>, <c>A.P.J.</c>, <c>बी.जे.पी.</c>, <c>म.प्र.</c>
/// Latin parts are single letters. Devanagari parts are names of Latin letters, or single syllables; with such a syllable the run must
/// also end in a full stop, because <c>है.वे</c> is a missing space.
/// </summary>
internal static class Abbreviations
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = ReadNames().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for the Hindi name of a Latin letter.</summary>
    public static bool IsLetterName(ReadOnlySpan<char> word) => Names.Contains(word);

    /// <summary>Behind the last unit of the abbreviation whose first part is [start, stop) and ends in the full stop at <paramref name="stop"/>, or 0.</summary>
    public static int End(ReadOnlySpan<char> text, int start, int stop, CharKind script)
    {
        var sure = true;
        var parts = 0;
        var from = start;
        var end = 0;
        while (IsPart(text[from..stop], script, ref sure))
        {
            parts++;
            end = stop;
            if (stop == text.Length || text[stop] != '.')
                break;
            end = from = ++stop;
            while (stop < text.Length && Continues(text[stop], script))
                stop++;
        }
        // Behind the last full stop a word may follow at once (U.S.Army); behind a letter nothing may (a.b3).
        if (parts < 2 || (text[end - 1] != '.' && end < text.Length && CharTable.Starts(CharTable.Of(text[end]))))
            return 0;
        // A stray mark behind the last full stop belongs to its syllable.
        if (!Syllables.IsBoundary(text, end))
            return 0;
        return sure || text[end - 1] == '.' ? end : 0;
    }

    private static bool Continues(char unit, CharKind script) =>
        (CharTable.Of(unit) & CharKind.KindMask) is var kind && (kind == script || kind is CharKind.Mark or CharKind.Ignorable);

    private static bool IsPart(ReadOnlySpan<char> part, CharKind script, ref bool sure)
    {
        if (part.Length is 0 or > 12 || !CharTable.Starts(CharTable.Of(part[0])))
            return false;
        if (script == CharKind.Latin)
            return Syllables.Count(part) == 1;
        if (IsLetterName(part))
            return true;
        if (Syllables.Count(part) != 1)
            return false;
        sure = false;
        return true;
    }

    /// <summary>The names in both codings of nukta: फ + U+093C and U+095E.</summary>
    private static HashSet<string> ReadNames()
    {
        var names = new HashSet<string>();
        foreach (var name in ResourceTable.Tokens("Tokenization.letter-names.txt"))
        {
            names.Add(name);
            names.Add(name.Replace("\u091C\u093C", "\u095B", StringComparison.Ordinal).Replace("\u092B\u093C", "\u095E", StringComparison.Ordinal));
        }
        return names;
    }
}
