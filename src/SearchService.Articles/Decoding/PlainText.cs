using System.Globalization;
using System.Text;

namespace SearchService.Articles.Decoding;

/// <summary>
/// Makes text that reads as it is stored: NFC, line ends as line feeds, no control characters and no bidirectional overrides
/// (with those a quoted headline can show other words than the stored ones). ZWJ and ZWNJ stay: they decide how conjuncts look.
/// </summary>
internal static class PlainText
{
    /// <summary>Longest run of nonspacing marks kept. UAX #15 stream-safe text has 30; longer runs make normalization quadratic.</summary>
    private const int LongestMarkRun = 30;

    private const char Nukta = '\u093C';

    /// <summary>U+0958 to U+095F are क ख ग ज ड ढ फ य with a nukta.</summary>
    private const char FirstPrecomposed = '\u0958', LastPrecomposed = '\u095F';
    private const string Bases = "\u0915\u0916\u0917\u091C\u0921\u0922\u092B\u092F";

    private static readonly bool[] Untouched = BuildUntouched();

    /// <summary>The cleaned text; the same instance when there is nothing to do. Never throws; half surrogate pairs become U+FFFD.</summary>
    public static string Clean(string text) => PrecomposedIn(text) switch
    {
        0 => text,
        > 0 and var precomposed => Decomposed(text, precomposed),
        _ => Rewrite(text).Normalize(NormalizationForm.FormC),
    };

    /// <summary>One line: cleaned, each run of white space (no-break spaces and line ends too) one space, none at the ends.</summary>
    public static string Line(string text)
    {
        text = Clean(text);
        var lastWasSpace = true;
        for (var i = 0; i < text.Length; i++)
        {
            var space = char.IsWhiteSpace(text[i]);
            if (space && (lastWasSpace || text[i] != ' ')) return Collapse(text);
            lastWasSpace = space;
        }
        return text.Length > 0 && lastWasSpace ? Collapse(text) : text;
    }

    /// <summary>Paragraphs separated by one line feed, none of them empty; inside a paragraph only the ends are trimmed.</summary>
    public static string Paragraphs(string text)
    {
        text = Clean(text).Trim();
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            if (char.IsWhiteSpace(text[i - 1]) || char.IsWhiteSpace(text[i + 1]))
                return string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
        return text;
    }

    private static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }
        if (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
    }

    /// <summary>How many letters with a nukta in one there are (half of all articles have some), if nothing else is to be done; else -1.</summary>
    private static int PrecomposedIn(string text)
    {
        var precomposed = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (Untouched[c]) continue;
            if (c is >= FirstPrecomposed and <= LastPrecomposed) precomposed++;
            else if (c != Nukta || i == 0 || !KeepsNukta(text[i - 1])) return -1;
        }
        return precomposed;
    }

    // NFC has two characters for each of these letters, in any surroundings that PrecomposedIn lets pass.
    private static string Decomposed(string text, int precomposed) => string.Create(text.Length + precomposed, text, static (result, text) =>
    {
        var to = 0;
        foreach (var c in text)
        {
            if (c is not (>= FirstPrecomposed and <= LastPrecomposed))
            {
                result[to++] = c;
                continue;
            }
            result[to++] = Bases[c - FirstPrecomposed];
            result[to++] = Nukta;
        }
    });

    // A nukta after क is NFC as it stands (U+0915 U+093C); after न, र and ळ NFC has one letter for both (U+0929, U+0931, U+0934).
    private static bool KeepsNukta(char letter) => letter is >= '\u0915' and <= '\u0939' and not ('\u0928' or '\u0930' or '\u0933');

    private static string Rewrite(string text)
    {
        var result = new StringBuilder(text.Length);
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                marks = CharUnicodeInfo.GetUnicodeCategory(text, i) == UnicodeCategory.NonSpacingMark ? marks + 1 : 0;
                if (marks <= LongestMarkRun) result.Append(c).Append(text[i + 1]);
                i++;
                continue;
            }
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (Replacement(c) is not { } kept) continue;
            marks = char.GetUnicodeCategory(kept) == UnicodeCategory.NonSpacingMark ? marks + 1 : 0;
            if (marks <= LongestMarkRun) result.Append(kept);
        }
        return result.ToString();
    }

    private static char? Replacement(char c) => c switch
    {
        '\n' => '\n',
        '\r' or '\v' or '\f' or '\u2028' or '\u2029' => '\n',
        '\t' => ' ',
        < ' ' or '\u007F' => null,
        // C1 controls are Windows-1252 bytes that somebody took for Latin-1: U+0093 was meant as “.
        >= '\u0080' and <= '\u009F' => Windows1252.Character((byte)c),
        // Arabic letter mark, left-to-right and right-to-left marks, embeddings, overrides and isolates; byte order mark.
        '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' => null,
        _ => char.IsSurrogate(c) ? '\uFFFD' : c,
    };

    // Characters that are NFC wherever they stand and are never removed: the common ranges only, the rest takes the slower way.
    private static bool[] BuildUntouched()
    {
        var table = new bool[char.MaxValue + 1];
        table['\n'] = true;
        Allow(' ', '~');
        Allow('\u00A0', '\u02FF');
        Allow('\u0900', '\u093B');
        Allow('\u093D', '\u0950');
        Allow('\u0960', '\u097F');
        Allow('\u2002', '\u200D');
        Allow('\u2010', '\u2027');
        Allow('\u2030', '\u205E');
        Allow('\u20A0', '\u20BF');
        return table;

        void Allow(char first, char last) => table.AsSpan(first, last - first + 1).Fill(true);
    }
}
