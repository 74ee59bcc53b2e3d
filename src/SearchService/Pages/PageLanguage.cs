using System.Globalization;

namespace SearchService.Pages;

/// <summary>A language of the interface. It never changes which articles are found.</summary>
public sealed record PageLanguage
{
    private PageLanguage(string code, string culture) => (Code, Culture) = (code, CultureInfo.GetCultureInfo(culture));

    /// <summary>Hindi, the one used unless another is asked for.</summary>
    public static PageLanguage Hindi { get; } = new("hi", "hi-IN");

    /// <summary>English.</summary>
    public static PageLanguage English { get; } = new("en", "en-IN");

    /// <summary>BCP 47 tag.</summary>
    public string Code { get; }

    /// <summary>For dates and numbers: months in words, digits 0 to 9 and grouping as in India, in both.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The other one.</summary>
    public PageLanguage Other => this == Hindi ? English : Hindi;

    /// <summary>The language of a tag such as <c>en-GB</c>; null when it is neither.</summary>
    public static PageLanguage? Find(string? tag) => tag?.Split('-')[0].ToLowerInvariant() switch
    {
        "hi" => Hindi,
        "en" => English,
        _ => null,
    };
}
