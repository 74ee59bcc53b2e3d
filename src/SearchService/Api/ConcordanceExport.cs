using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SearchService.Engine.Concordances;
using SearchService.Engine.Exporting;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary><c>GET /v1/concordance/export</c>: all lines of a concordance as a file, written as they are read.</summary>
internal static class ConcordanceExport
{
    private const string Csv = "text/csv", Tsv = "text/tab-separated-values";

    /// <summary>Lines between two flushes.</summary>
    private const int Batch = 200;

    private static readonly string[] Columns = ["articleId", "publishedAt", "field", "start", "length", "left", "keyword", "right", "headline", "url"];

    private static readonly QueryParameters Parameters = new(
    [
        .. ConcordanceApi.Lines,
        new("format", "csv (unless given) or tsv: a table whose first line names the columns, UTF-8; a cell that a spreadsheet would take for a formula has an apostrophe in front. jsonl: a line of JSON each, as in the pages.", "csv", Values: ["csv", "tsv", "jsonl"]),
    ]);

    /// <summary>Maps it.</summary>
    public static void MapConcordanceExport(this RouteGroupBuilder group) =>
        group.MapGet("/concordance/export", Export)
            .WithName("exportConcordance")
            .WithTags("research")
            .WithSummary("All lines of a concordance as a file: CSV, TSV or lines of JSON, however many there are.")
            .WithMetadata(Parameters)
            .Produces<string>(StatusCodes.Status200OK, Csv, Tsv, ArticleLines.MediaType)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status414UriTooLong);

    private static IResult Export(HttpContext context, ServedArchive served, Caching caching)
    {
        var query = context.Request.Query;
        var format = query["format"].FirstOrDefault()?.Trim().ToLowerInvariant() ?? "";
        if (format is not ("" or "csv" or "tsv" or "jsonl"))
            return Problems.Of(new("invalid_parameter", $"format is \"{(format.Length > 40 ? format[..40] + "…" : format)}\"; expected csv, tsv or jsonl.", "format"));
        if (!ConcordanceRequest.TryCreate(SearchQuery.Read(query).Parameters with { Cursor = null, PageSize = null }, query["context"].FirstOrDefault(), out var request, out var problem))
            return Problems.Of(problem);
        if (caching.Holds(context, EntityTags.Of(served.Open.Status, "concordance export", request.Canonical, request.Text, $"{request.Context}", format)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var lines = served.Open.ConcordanceLines(request, context.RequestAborted);
        return new FileOfLines(lines, format.Length == 0 ? "csv" : format);
    }

    /// <summary>The lines as the body of an answer.</summary>
    private sealed class FileOfLines(IEnumerable<ConcordanceLine> lines, string format) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = format switch { "csv" => Csv + "; charset=utf-8", "tsv" => Tsv + "; charset=utf-8", _ => ArticleLines.MediaType };
            response.Headers.ContentDisposition = $"attachment; filename=\"concordance.{format}\"";
            var output = response.BodyWriter;
            // Without the mark at the start spreadsheets read UTF-8 as something else.
            if (format == "csv")
                output.Write("\uFEFF"u8);
            if (format != "jsonl")
                Write(output, Row(Columns));
            var written = 0;
            foreach (var line in lines)
            {
                Write(output, format == "jsonl" ? JsonSerializer.Serialize(line, Json.Options) + "\n" : Row(Cells(line)));
                if (++written % Batch == 0)
                    await output.FlushAsync(httpContext.RequestAborted);
            }

            await output.FlushAsync(httpContext.RequestAborted);
        }

        private static IEnumerable<string> Cells(ConcordanceLine line) =>
        [
            line.ArticleId,
            line.PublishedAt?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? "",
            line.Field,
            line.Start.ToString(CultureInfo.InvariantCulture),
            line.Length.ToString(CultureInfo.InvariantCulture),
            line.Left.Trim(),
            line.Keyword,
            line.Right.Trim(),
            line.Headline,
            line.Url ?? "",
        ];

        private static void Write(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);

        private string Row(IEnumerable<string> cells) => format == "csv"
            ? string.Join(',', cells.Select(TableCell.Csv)) + "\r\n"
            : string.Join('\t', cells.Select(TableCell.Tsv)) + "\n";
    }
}
