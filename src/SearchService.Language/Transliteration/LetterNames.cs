using System.Text;

namespace SearchService.Language.Transliteration;

/// <summary>Abbreviations as Hindi spells them, by the names of their Latin letters: BJP बीजेपी, CBSE सीबीएसई.</summary>
internal static class LetterNames
{
    private const int Shortest = 2;
    private const int Longest = 7;
    private const int MostSpellings = 16;

    private static readonly string[][] Names = Read();

    /// <summary>The spellings of an abbreviation, the most usual first; none for what is too short or long, or holds other letters.</summary>
    /// <param name="latin">Lower-case letters.</param>
    public static IEnumerable<string> Spell(string latin)
    {
        if (latin.Length is < Shortest or > Longest || latin.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return [];
        List<string> spelt = [""];
        foreach (var letter in latin)
            spelt = [.. spelt.SelectMany(_ => Names[letter - 'a'], (before, name) => before + name).Take(MostSpellings)];
        return spelt;
    }

    /// <summary>The Latin letters that a word spells out by their names, or null.</summary>
    /// <param name="devanagari">A word in NFC.</param>
    public static string? Read(string devanagari)
    {
        var letters = new StringBuilder();
        for (var at = 0; at < devanagari.Length;)
        {
            var (best, length) = ('\0', 0);
            for (var letter = 0; letter < Names.Length; letter++)
            {
                foreach (var name in Names[letter])
                {
                    // The longest name that leaves no vowel sign behind: ए of एम is not the letter a.
                    if (name.Length > length && devanagari.AsSpan(at).StartsWith(name) && (at + name.Length == devanagari.Length || !IsSign(devanagari[at + name.Length])))
                        (best, length) = ((char)('a' + letter), name.Length);
                }
            }

            if (length == 0)
                return null;
            letters.Append(best);
            at += length;
        }

        return letters.Length is >= Shortest and <= Longest ? letters.ToString() : null;
    }

    private static bool IsSign(char unit) => unit is >= '\u0900' and <= '\u0903' or >= '\u093A' and <= '\u094F';

    private static string[][] Read()
    {
        var names = new string[26][];
        foreach (var line in ResourceTable.Lines("Transliteration.letter-names.tsv"))
            names[line[0] - 'a'] = line[2..].Normalize().Split(' ');
        return names;
    }
}
