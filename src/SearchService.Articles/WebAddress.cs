namespace SearchService.Articles;

/// <summary>Addresses that may be kept and linked to: absolute, http or https. A <c>javascript:</c> or <c>file:</c> address is none.</summary>
internal static class WebAddress
{
    private const int Longest = 2048;

    /// <summary>The address as written; null when it is not one to keep.</summary>
    public static string? Parse(string? text)
    {
        text = text?.Trim();
        return text is { Length: > 0 and <= Longest } && !text.Any(char.IsWhiteSpace)
            && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? text : null;
    }
}
