using System.Text;

namespace SearchService.Engine.Indexing;

/// <summary>Values that articles are filtered and counted by.</summary>
internal static class FilterValue
{
    /// <summary>Longest value in UTF-16 units; what is longer is no category or place, and Lucene takes no term over 32,766 bytes.</summary>
    public const int MostCharacters = 500;

    /// <summary>A value as printed, trimmed and cut to <see cref="MostCharacters"/>; null when there is nothing.</summary>
    public static string? Printed(string? value)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        if (text.Length <= MostCharacters)
            return text;
        return text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
    }

    /// <summary>The term of a printed value: NFC, trimmed, lower case, so that <c>PTI</c> and <c>pti</c> filter alike.</summary>
    public static string Term(string printed) => Normalized(printed).Trim().ToLowerInvariant();

    // A lone surrogate has no normal form; such a value stays as it is.
    private static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
