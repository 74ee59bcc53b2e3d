namespace SearchService.Articles.PageParts;

/// <summary>Which script a title is in, by its letters.</summary>
internal static class Script
{
    /// <summary>More than half of the letters are Latin.</summary>
    public static bool IsLatin(string text)
    {
        var (latin, devanagari, other) = Count(text);
        return latin > devanagari + other;
    }

    /// <summary>At least half of the letters are Devanagari: Hindi headlines hold words such as NASA or GST.</summary>
    public static bool IsDevanagari(string text)
    {
        var (latin, devanagari, other) = Count(text);
        return devanagari > 0 && devanagari >= latin + other;
    }

    private static (int Latin, int Devanagari, int Other) Count(string text)
    {
        int latin = 0, devanagari = 0, other = 0;
        foreach (var c in text)
        {
            // Devanagari vowel signs (marks) count as letters: most of its letters come with one.
            if (c is >= '\u0900' and <= '\u0963' or >= '\u0970' and <= '\u097F') devanagari++;
            else if (!char.IsLetter(c)) continue;
            else if (c < '\u0250') latin++;
            else other++;
        }
        return (latin, devanagari, other);
    }
}
