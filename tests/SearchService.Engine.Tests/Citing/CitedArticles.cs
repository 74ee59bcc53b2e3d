using SearchService.Articles;
using SearchService.Engine.Citing;

namespace SearchService.Engine.Tests.Citing;

/// <summary>Articles to cite.</summary>
internal static class CitedArticles
{
    public static Article Whole { get; } = new()
    {
        Id = "lavrov-islamabad",
        Url = "https://paper.example/लावरोव?a=1&b=50%25",
        Headline = "लावरोव ने पाकिस्तान में बातचीत की",
        WebTitle = "Lavrov holds talks in Pakistan",
        Body = "इस्लामाबाद, सात अप्रैल",
        PublishedAt = new(2021, 4, 7, 0, 27, 42, new(5, 30, 0)),
        Category = "विश्व",
        Agency = "भाषा",
        Byline = "सज्जाद हुसैन",
        Place = "इस्लामाबाद",
        Tags = ["रूस", "पाकिस्तान"],
        Language = "hi",
        Source = "परीक्षा पत्र",
    };

    public static ArchiveLink Link { get; } = new("News archive", "https://archive.example/articles/lavrov-islamabad");

    public static string Cite(this Article article, CitationFormat format, CitationLanguage language = CitationLanguage.English, bool linked = true) =>
        Citation.Of(article, format, language, linked ? Link : null);
}
