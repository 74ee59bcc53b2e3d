using SearchService.Engine.Results;

namespace SearchService.Pages;

/// <summary>A query typed in Latin letters as it is written in Devanagari, by the readings that the archive knows.</summary>
internal static class InDevanagari
{
    /// <summary>The query with each romanised word in Devanagari; null when none is, or when only a part of the query's syntax could be kept.</summary>
    /// <param name="query">As typed.</param>
    /// <param name="readings">How its words were read.</param>
    public static string? Of(string? query, IReadOnlyList<Interpretation> readings)
    {
        if (string.IsNullOrWhiteSpace(query))
            return null;
        // Only words that stand by themselves: inside a phrase or behind a field another spelling is another question.
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var changed = false;
        for (var i = 0; i < words.Length; i++)
        {
            if (readings.FirstOrDefault(reading => string.Equals(reading.Word, words[i], StringComparison.OrdinalIgnoreCase)) is { } reading && Spelt(reading) is { } spelt)
                (words[i], changed) = (spelt, true);
        }

        return changed ? string.Join(' ', words) : null;
    }

    // The strongest by sound; what it means in the other language is another word and not this one spelt.
    private static string? Spelt(Interpretation reading) => reading.Forms
        .Where(form => form.Reason == "transliteration" && form.Articles > 0 && TextLanguage.Of(form.Text) == "hi" && TextLanguage.Of(reading.Word) == "en")
        .OrderByDescending(form => form.Weight).ThenByDescending(form => form.Articles)
        .FirstOrDefault()?.Text;
}
