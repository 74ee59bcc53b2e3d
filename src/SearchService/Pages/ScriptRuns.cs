using System.Text.RegularExpressions;

namespace SearchService.Pages;

/// <summary>Cuts a text of the interface where its script changes, so that each piece can be marked up in its language.</summary>
internal static partial class ScriptRuns
{
    /// <summary>The pieces of a text, each with its language where that is not the page's.</summary>
    /// <param name="text">A text in the page's language that may quote the other.</param>
    /// <param name="page">The page's language.</param>
    public static IEnumerable<(string Text, string? Language)> Of(string text, PageLanguage page)
    {
        var at = 0;
        foreach (Match match in (page == PageLanguage.Hindi ? Latin() : Devanagari()).Matches(text))
        {
            if (match.Index > at)
                yield return (text[at..match.Index], null);
            yield return (match.Value, page.Other.Code);
            at = match.Index + match.Length;
        }

        if (at < text.Length)
            yield return (text[at..], null);
    }

    // Words with what stands between them; a single letter is a sign and no word.
    [GeneratedRegex(@"[A-Za-z][A-Za-z'-]+(?: [A-Za-z][A-Za-z'-]+)*")]
    private static partial Regex Latin();

    [GeneratedRegex(@"[\u0900-\u0963\u0966-\u097F]+(?: [\u0900-\u0963\u0966-\u097F]+)*")]
    private static partial Regex Devanagari();
}
