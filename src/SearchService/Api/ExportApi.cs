using System.Globalization;
using System.IO.Pipelines;
using SearchService.Engine.Citing;
using SearchService.Engine.Exporting;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Hosting;
using SearchService.Http;
using SearchService.Pages;

namespace SearchService.Api;

/// <summary><c>GET /v1/export</c>: all articles that answer a search, sent as they are read.</summary>
internal static class ExportApi
{
    /// <summary>Bytes gathered before they are sent, and no more read until they are on their way: a slow client makes the export slow, not large.</summary>
    private const int SentAtOnce = 64 * 1024;

    private static readonly QueryParameters Parameters = SearchQuery.ParametersWith(
        ["page", "pageSize", "cursor", "facets", "count", "duplicates"],
        new("duplicates", "show, unless given: all articles; fold: of articles that are copies of one text only the one that stands first.", "show", Values: ["fold", "show"]),
        new("format", "csv: a table, a cell that would be a formula with an apostrophe before it; jsonl: whole articles, as POST /v1/articles takes them; bibtex; ris.", "csv", Values: [.. ExportFormat.All.Select(format => format.Name)], Required: true),
        new("bom", "on: csv begins with a byte order mark, by which Excel tells UTF-8; off unless given.", "off", Values: ["on", "off"]));

    /// <summary>Maps it.</summary>
    public static void MapExport(this RouteGroupBuilder group) =>
        group.MapGet("/export", ExportAsync)
            .WithName("export")
            .WithTags("search")
            .WithSummary($"All articles that answer a query, however many, in the order of the search and from one state of the archive. The headers {string.Join(", ", ExportHeaders.All)} tell what the search says besides.")
            .WithMetadata(Parameters)
            .Produces<string>(StatusCodes.Status200OK, ExportFormat.Csv.MediaType, [.. ExportFormat.All.Skip(1).Select(format => format.MediaType)])
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status414UriTooLong);

    private static async Task<IResult> ExportAsync(HttpContext context, ServedArchive served, Caching caching, PublicAddress address)
    {
        var query = context.Request.Query;
        var (written, bom) = (query["format"].FirstOrDefault(), query["bom"].FirstOrDefault());
        var (parameters, warnings) = SearchQuery.Read(query, Parameters);
        if (ExportFormat.Find(written) is not { } format)
            return Problems.OfValue("format", written, ExportFormat.All.Select(one => one.Name));
        if (bom is not (null or "" or "on" or "off"))
            return Problems.OfValue("bom", bom, ["on", "off"]);
        if (!SearchRequest.TryCreate(parameters with { Page = null, PageSize = null, Cursor = null, Facets = null }, out var request, out var problem))
            return Problems.Of(problem);
        var archive = served.Open;
        var status = archive.Status;
        if (caching.Holds(context, Tag(status)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);

        using var export = archive.Export(request, context.RequestAborted);
        var headers = context.Response.Headers;
        headers.ETag = Tag(status with { Generation = export.Generation });
        headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"articles-{export.Generation}.{format.Extension}\"");
        headers[ExportHeaders.Total] = export.Total.ToString(CultureInfo.InvariantCulture);
        headers[ExportHeaders.Generation] = export.Generation.ToString(CultureInfo.InvariantCulture);
        if (export.Warnings.Concat(warnings).Select(warning => warning.Code).Distinct().ToList() is { Count: > 0 } codes)
            headers[ExportHeaders.Warnings] = string.Join(", ", codes);
        context.Response.ContentType = format.MediaType + "; charset=utf-8";
        if (!HeadRequests.IsHead(context))
            await SendAsync(export, format.Writer(Link, bom == "on"), context.Response.BodyWriter, context.RequestAborted);
        return TypedResults.Empty;

        string Tag(ArchiveStatus of) => EntityTags.Of(
            of, "export", format.Name, bom, request.Canonical, address.Root(context.Request), string.Join(',', warnings.Select(warning => warning.Message)));

        ArchiveLink Link(string id) => new(PageTexts.Find("site.name", PageLanguage.English)!, address.Article(context.Request, id));
    }

    // A failure on the way cuts the connection, so that no client takes the part for the whole.
    private static async Task SendAsync(ArticleExport export, IArticleWriter writer, PipeWriter output, CancellationToken cancellation)
    {
        writer.Begin(output);
        foreach (var article in export.Articles())
        {
            writer.Write(article, output);
            if (output.UnflushedBytes >= SentAtOnce && (await output.FlushAsync(cancellation)).IsCompleted)
                return;
        }

        await output.FlushAsync(cancellation);
    }
}
