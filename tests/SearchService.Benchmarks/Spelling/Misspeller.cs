namespace SearchService.Benchmarks.Spelling;

/// <summary>Makes mistakes as people who type make them.</summary>
internal static class Misspeller
{
    private const string Virama = "्";
    private static readonly string[] Keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    private static readonly string[] Alike = ["िी", "ुू", "ेै", "ोौ", "ाॉ", "कख", "गघ", "चछ", "जझ", "टठ", "डढ", "तथ", "दध", "पफ", "बभ", "तट", "दड", "नण", "सश", "शष", "बव", "ंँ", "ेि", "इई", "उऊ", "एऐ"];
    private static readonly string[] LatinAlike = ["vw", "ck", "sz", "sc", "iy", "ei", "ou", "ae", "gj", "mn", "fv"];

    /// <summary>The word with so many mistakes; with fewer where none is possible.</summary>
    public static string Misspell(string word, Random random, int edits)
    {
        var latin = char.IsAsciiLetter(word[0]);
        for (var edit = 0; edit < edits; edit++)
        {
            for (var tried = 0; tried < 20; tried++)
            {
                var changed = latin ? Latin(word, random) : Devanagari(word, random);
                if (changed.Length < 2 || changed == word || changed[0] is >= '\u0900' and <= '\u0903' or >= '\u093A' and <= '\u094F')
                    continue;
                word = changed.Normalize();
                break;
            }
        }

        return word;
    }

    private static string Latin(string word, Random random)
    {
        var at = random.Next(word.Length);
        return random.Next(6) switch
        {
            0 => Swapped(word, random.Next(word.Length - 1)),
            1 => word.Remove(at, 1),
            2 => word.Insert(at, word[at].ToString()),
            3 => Replaced(word, at, LatinAlike, random),
            4 => Replaced(word, at, Keyboard, random),
            _ => word.Insert(at, ((char)('a' + random.Next(26))).ToString()),
        };
    }

    private static string Devanagari(string word, Random random)
    {
        var at = random.Next(word.Length);
        switch (random.Next(8))
        {
            case 0 or 1 or 2:
                return Replaced(word, at, Alike, random);
            case 3: // a sign left out: matra, nukta, anusvara or virama
                return word[at] is >= '\u093A' and <= '\u094F' or >= '\u0900' and <= '\u0903' ? word.Remove(at, 1) : word;
            case 4: // a nasal before a consonant for an anusvara, and back
                return word[at] == 'ं' ? word[..at] + "न" + Virama + word[(at + 1)..] : word.Replace("न्", "ं", StringComparison.Ordinal);
            case 5: // letters in the wrong order
                return Swapped(word, random.Next(word.Length - 1));
            case 6: // any letter left out
                return word.Remove(at, 1);
            default: // any consonant for another
                return word[at] is >= 'क' and <= 'ह' ? word[..at] + (char)('क' + random.Next('ह' - 'क' + 1)) + word[(at + 1)..] : word;
        }
    }

    private static string Swapped(string word, int at) => word[..at] + word[at + 1] + word[at] + word[(at + 2)..];

    private static string Replaced(string word, int at, string[] rows, Random random)
    {
        var row = rows.Where(row => row.Contains(word[at], StringComparison.Ordinal)).ToArray();
        if (row.Length == 0)
            return word;
        var chosen = row[random.Next(row.Length)];
        var place = chosen.IndexOf(word[at], StringComparison.Ordinal);
        var next = Math.Clamp(place + (random.Next(2) == 0 ? -1 : 1), 0, chosen.Length - 1);
        return word[..at] + chosen[next] + word[(at + 1)..];
    }
}
