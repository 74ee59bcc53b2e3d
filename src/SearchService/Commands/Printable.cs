using System.Globalization;
using System.Text;

namespace SearchService.Commands;

/// <summary>Text from elsewhere, made safe for a terminal.</summary>
internal static class Printable
{
    /// <summary>
    /// The text on one line, with control characters (escape sequences begin with one) as spaces, and without the controls that turn the
    /// direction of what follows (U+202A to U+202E, U+2066 to U+2069).
    /// </summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsControl(letter) || letter is '\u2028' or '\u2029')
                line.Append(' ');
            else if (letter is not (>= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069'))
                line.Append(letter);
        }

        return line.ToString();
    }

    /// <summary>
    /// Columns that text takes up, as terminals count them: none for marks set above or below a letter (U+0902 ं) and for joiners, one for
    /// all else, matras beside a letter (U+0940 ी) included.
    /// </summary>
    public static int Columns(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format))
                columns++;
        return columns;
    }
}
