using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Articles;
using SearchService.Http;

namespace SearchService.Api;

/// <summary>An article as the body of a request or an answer: the same members as a line of a JSON lines export.</summary>
internal static class ArticleDocument
{
    /// <summary>As everything else is written, but what an article lacks is left out, as in an export.</summary>
    public static JsonSerializerOptions Options { get; } = new(Json.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The whole body; null when it is larger than allowed.</summary>
    /// <param name="context">The request.</param>
    /// <param name="most">Most bytes.</param>
    public static async Task<byte[]?> ReadBodyAsync(HttpContext context, int most)
    {
        Limit(context, null);
        if (context.Request.ContentLength > most)
            return null;
        using var bytes = new MemoryStream((int)(context.Request.ContentLength ?? 0));
        var buffer = new byte[64 * 1024];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            if (bytes.Length + read > most)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    /// <summary>Lifts or sets the server's own limit for the body of one request.</summary>
    public static void Limit(HttpContext context, long? most)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = most;
    }

    /// <summary>Reads an article that is to have a given id.</summary>
    /// <param name="json">The body.</param>
    /// <param name="id">The id in the path; the body may leave its own out, but not name another.</param>
    /// <returns>The article, or the problem.</returns>
    public static (Article? Article, ProblemHttpResult? Problem) Read(byte[] json, string id)
    {
        var outcome = json.Length == 0 ? default : ArticleReader.ReadLine(json, "body", 1);
        if (outcome.Article is not { } article)
            return (null, Problems.Of(StatusCodes.Status400BadRequest, "invalid_article", outcome.Failure?.Reason ?? "The body is empty; expected one JSON object."));
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("id", out _) && article.Id != id
            ? (null, Problems.Of(StatusCodes.Status400BadRequest, "id_mismatch", "The body's id is not the one in the path.", ("parameter", "id")))
            : (article with { Id = id }, null);
    }
}
