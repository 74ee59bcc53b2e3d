using System.Buffers;
using Microsoft.Extensions.Options;
using SearchService.Articles;
using SearchService.Hosting;
using SearchService.Settings;

namespace SearchService.Api;

/// <summary>
/// <c>POST /v1/articles</c>: articles as lines of JSON, as many as come, each kept and answered with a line of its own.
/// Memory is bounded by the longest line.
/// </summary>
internal static class ArticleLines
{
    /// <summary>Media type of lines of JSON.</summary>
    public const string MediaType = "application/x-ndjson";

    /// <summary>Maps it.</summary>
    public static void MapArticleLines(this RouteGroupBuilder group) =>
        group.MapPost("/articles", PostAsync)
            .WithName("postArticles")
            .WithTags("articles")
            .WithSummary("Adds or replaces articles, one a line of JSON; answers line by line what happened, and at the end the sums.")
            .Accepts<Article>(MediaType, "application/jsonl", "application/json", "text/plain")
            .Produces<LineAnswer>(StatusCodes.Status200OK, MediaType)
            .NeedsWritingKey()
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static async Task PostAsync(HttpContext context, ServedArchive served, IOptions<WritingSettings> settings)
    {
        ArticleDocument.Limit(context, null);
        context.Response.ContentType = MediaType;
        var (input, output) = (context.Request.BodyReader, context.Response.BodyWriter);
        var lines = new LineKeeper(served.Open, output);
        var longest = settings.Value.MaxArticleBytes;
        var skipping = false;
        while (true)
        {
            var read = await input.ReadAsync(context.RequestAborted);
            var rest = read.Buffer;
            while (TryCut(ref rest, read.IsCompleted, out var line))
            {
                // The rest of a line whose beginning was too long already.
                if (skipping)
                    skipping = false;
                else if (line.Length > longest)
                    lines.TooLong(longest);
                else
                    lines.Keep(line);
                if (lines.Stopped)
                    break;
            }

            if (!skipping && rest.Length > longest)
            {
                lines.TooLong(longest);
                skipping = true;
            }

            if (skipping)
                rest = rest.Slice(rest.End);
            input.AdvanceTo(rest.Start, read.Buffer.End);
            if (read.IsCompleted || lines.Stopped)
                break;
            await output.FlushAsync(context.RequestAborted);
        }

        lines.Finish();
        await output.FlushAsync(context.RequestAborted);
    }

    /// <summary>Cuts the next line off, without its line feed; at the end of the body what is left is a line too.</summary>
    private static bool TryCut(ref ReadOnlySequence<byte> rest, bool atEnd, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } feed)
        {
            line = rest.Slice(0, feed);
            rest = rest.Slice(rest.GetPosition(1, feed));
            return true;
        }

        line = rest;
        if (!atEnd || rest.IsEmpty)
            return false;
        rest = rest.Slice(rest.End);
        return true;
    }
}
