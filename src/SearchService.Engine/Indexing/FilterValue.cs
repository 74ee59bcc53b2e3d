using System.Text;
using SearchService.Articles;
using SearchService.Language.Names;

namespace SearchService.Engine.Indexing;

/// <summary>Values that articles are filtered and counted by: what is shown of them, and the term that all spellings of one value share.</summary>
internal static class FilterValue
{
    /// <summary>Longest value in UTF-16 units; what is longer is no category or place, and Lucene takes no term over 32,766 bytes.</summary>
    public const int MostCharacters = 500;

    /// <summary>A value as it is shown: NFC, on one line, without the brackets and points around it, cut to <see cref="MostCharacters"/>; of a place without the day that stuck to it. Null when there is nothing.</summary>
    /// <param name="field">Name of the field of values.</param>
    /// <param name="value">As printed.</param>
    public static string? Shown(string field, string? value)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        if (text.Length > MostCharacters)
            text = text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
        text = string.Join(' ', Normalized(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (field == IndexFields.Place)
            text = PlaceName.Of(text);
        if (text is ['(', .., ')'] or ['[', .., ']'] && text.AsSpan(1, text.Length - 2).IndexOfAny("()[]") < 0)
            text = text[1..^1];
        // What consists of nothing else is a value too. The point of an abbreviation belongs to it.
        return text.Trim(' ', ',', ':', ';', '-', '–', '—', '|', '/', '।') is { Length: > 0 } trimmed
            ? trimmed.IndexOf('.', StringComparison.Ordinal) == trimmed.Length - 1 && trimmed.Length > 1 ? trimmed[..^1] : trimmed
            : text;
    }

    /// <summary>The term that all spellings of a value share; empty where there is no value.</summary>
    /// <param name="field">Name of the field of values.</param>
    /// <param name="value">In any spelling.</param>
    public static string Term(string field, string value)
    {
        if (Shown(field, value) is not { } shown)
            return "";
        var key = field switch
        {
            IndexFields.Agency => NameKeys.OfAgency(shown),
            IndexFields.Place => NameKeys.OfPlace(shown),
            _ => NameKeys.Of(shown),
        };
        return key.Length > 0 ? key : shown.ToLowerInvariant();
    }

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
