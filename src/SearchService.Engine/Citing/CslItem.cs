using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SearchService.Engine.Citing;

/// <summary>An item of CSL-JSON 1.0.2. Names are literal: no program turns them around.</summary>
internal static class CslItem
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes an array of the one item: what programs import.</summary>
    public static void WriteArray(CitedArticle article, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("id", article.Id);
        json.WriteString("type", "article-newspaper");
        Text("title", article.Title);
        if (article.Author is { } author)
        {
            json.WriteStartArray("author");
            json.WriteStartObject();
            json.WriteString("literal", author);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        Text("container-title", article.Paper);
        Text("section", article.Section);
        if (article.Day is { } day)
        {
            json.WriteStartObject("issued");
            json.WriteStartArray("date-parts");
            json.WriteStartArray();
            foreach (var part in (int[])[day.Year, day.Month, day.Day])
                json.WriteNumberValue(part);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        Text("event-place", article.Place);
        Text("note", (article.Agency, article.Translation) is (null, null) ? null : string.Join("; ", new[] { article.Agency, article.Translation }.OfType<string>()));
        Text("language", article.Language);
        Text("keyword", article.Tags.Count == 0 ? null : string.Join(", ", article.Tags));
        Text("URL", article.Url);
        Text("archive", article.Link?.Archive);
        Text("archive_location", article.Link?.Address);
        json.WriteEndObject();
        json.WriteEndArray();

        void Text(string name, string? value)
        {
            if (value is not null)
                json.WriteString(name, value);
        }
    }
}
