using System.Text;
using SearchService.Articles;
using SearchService.Engine.Citing;
using SearchService.Hosting;
using SearchService.Http;
using SearchService.Pages;

namespace SearchService.Api;

/// <summary><c>GET /v1/articles/{id}/citation</c>.</summary>
internal static class CitationApi
{
    private const string Suffix = "/citation";

    private static readonly QueryParameters Parameters = new(
    [
        new("format", "bibtex, ris and csl-json are files that reference managers read; mla and apa are one line of text.", "bibtex", Values: [.. CitationFormat.All.Select(format => format.Name)], Required: true),
        new("lang", "Language of the dates of mla and apa and of the archive's name, hi unless given; with en the web title is given as translation of the headline. Names and headlines stay as printed.", "en", Values: ["hi", "en"]),
    ]);

    /// <summary>Maps it.</summary>
    public static void MapCitation(this RouteGroupBuilder group) =>
        group.MapGet("/articles/{id}" + Suffix, Get)
            .WithName("getCitation")
            .WithTags("articles")
            .WithSummary("An article's citation, with its address at the source and its permalink in this archive.")
            .WithMetadata(Parameters)
            .Produces<string>(StatusCodes.Status200OK, CitationFormat.BibTex.MediaType, [.. CitationFormat.All.Skip(1).Select(format => format.MediaType).Distinct()])
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult Get(HttpContext context, ServedArchive served, Caching caching, PublicAddress address)
    {
        var (written, lang) = (context.Request.Query["format"].FirstOrDefault(), context.Request.Query["lang"].FirstOrDefault());
        if (!ArticleAddress.TryRead(context.Request, ArticlesApi.Prefix, out var id, Suffix))
            return ArticlesApi.BadId();
        if (CitationFormat.Find(written) is not { } format)
            return Problems.OfValue("format", written, CitationFormat.All.Select(one => one.Name));
        if (lang is not (null or "" or "hi" or "en"))
            return Problems.OfValue("lang", lang, ["hi", "en"]);
        if (served.Open.Find(id) is not { } article)
            return ArticlesApi.NoArticle();

        var language = lang == "en" ? PageLanguage.English : PageLanguage.Hindi;
        var text = Text(article, format, language, address.Article(context.Request, id));
        if (caching.Holds(context, EntityTags.Of(0, "citation", format.Name, text)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (!format.IsText)
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"citation.{format.Extension}\"";
        return TypedResults.Text(text, format.MediaType == CitationFormat.CslJson.MediaType ? format.MediaType : format.MediaType + "; charset=utf-8", Encoding.UTF8);
    }

    /// <summary>A citation with the archive called as its pages call it.</summary>
    public static string Text(Article article, CitationFormat format, PageLanguage language, string permalink) => Citation.Of(
        article,
        format,
        language == PageLanguage.Hindi ? CitationLanguage.Hindi : CitationLanguage.English,
        new ArchiveLink(PageTexts.Find("site.name", language)!, permalink));
}
