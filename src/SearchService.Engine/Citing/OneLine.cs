using System.Text;

namespace SearchService.Engine.Citing;

/// <summary>A text as one line: what formats of one field a line can hold.</summary>
internal static class OneLine
{
    /// <summary>
    /// The text in NFC, with runs of spaces, breaks and control characters as one space each, and halves of surrogate pairs replaced; null
    /// when nothing is left.
    /// </summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var line = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                gap = line.Length > 0;
                continue;
            }

            if (gap)
                line.Append(' ');
            gap = false;
            line.Append(rune.ToString());
        }

        return line.Length == 0 ? null : line.ToString().Normalize(NormalizationForm.FormC);
    }
}
