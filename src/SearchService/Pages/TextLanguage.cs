namespace SearchService.Pages;

/// <summary>The language a piece of text is marked up as, so that it is spoken and set right.</summary>
internal static class TextLanguage
{
    /// <summary>hi when a Devanagari letter is in it (U+0900 to U+097F), else en.</summary>
    public static string Of(string? text) => text?.AsSpan().IndexOfAnyInRange('\u0900', '\u097F') >= 0 ? "hi" : "en";
}
