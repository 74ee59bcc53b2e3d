using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using SearchService.Articles.Dates;
using SearchService.Articles.Decoding;

namespace SearchService.Articles.JsonLines;

/// <summary>Reads one line of a JSON lines export: one object, one article.</summary>
internal static class JsonLine
{
    private const int LongestId = 1024;

    /// <summary>The article of one line, or why there is none.</summary>
    /// <param name="line">Bytes of the line without its line end, not blank.</param>
    /// <param name="file">Name of the source, for the refusal.</param>
    /// <param name="number">1-based number of the line, for the refusal.</param>
    public static ReadOutcome Read(ReadOnlySpan<byte> line, string file, int number)
    {
        var (article, reason) = Read(line);
        return article is not null
            ? ReadOutcome.Of(article)
            : ReadOutcome.Of(new ReadFailure(file, number, reason!, SourceExcerpt.Of(line)));
    }

    private static (Article? Article, string? Reason) Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return Parse(line);
        }
        catch (JsonException e) when (e.BytePositionInLine is not null)
        {
            return (null, $"Not a JSON object: near byte {e.BytePositionInLine + 1} of the line it stops being valid JSON; expected one whole object a line.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException && Utf8.IsValid(line))
        {
            return (null, "A string holds an escape for half a character (a lone surrogate); expected whole characters.");
        }
        catch (InvalidOperationException)
        {
            return Mend(line);
        }
    }

    // Nearly all lines are UTF-8, so that only those on which reading failed are looked at byte by byte.
    private static (Article? Article, string? Reason) Mend(ReadOnlySpan<byte> line)
    {
        var decoded = LenientUtf8.Decode(line);
        return decoded.Text is null ? (null, $"Not UTF-8: {decoded.Reason}.") : Read(Encoding.UTF8.GetBytes(decoded.Text));
    }

    private static (Article? Article, string? Reason) Parse(ReadOnlySpan<byte> line)
    {
        var members = new JsonMembers();
        var reader = new Utf8JsonReader(line);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return (null, $"{JsonMembers.Kind(reader.TokenType)} where one JSON object a line was expected.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!members.Read(ref reader)) return (null, members.Reason);
        }
        // Reading on finds whatever follows the object on its line.
        reader.Read();
        if (members.Extra is null) return Complete(members);
        // Unknown members are kept as they stand and not decoded; what is no text in them would only fail when they are written again.
        if (!Utf8.IsValid(line)) return Mend(line);
        if (line.IndexOf("\\ud"u8) >= 0 || line.IndexOf("\\uD"u8) >= 0)
            JsonSerializer.SerializeToUtf8Bytes(members.Extra, ArticleJsonContext.Default.DictionaryStringJsonElement);
        return Complete(members);
    }

    private static (Article? Article, string? Reason) Complete(JsonMembers members)
    {
        var headline = PlainText.Line(members[Member.Headline]);
        var body = PlainText.Paragraphs(members[Member.Body]);
        if (headline.Length == 0 && body.Length == 0)
            return (null, "Neither \"headline\" nor \"body\" holds text; expected text in at least one of them.");
        if (!Time(members[Member.PublishedAt], out var publishedAt)) return (null, BadTime("publishedAt", members[Member.PublishedAt]));
        if (!Time(members[Member.UpdatedAt], out var updatedAt)) return (null, BadTime("updatedAt", members[Member.UpdatedAt]));
        var id = PlainText.Line(members[Member.Id]);
        if (id.Length > LongestId) return (null, $"Member \"id\" has {id.Length} characters; expected at most {LongestId}.");
        var url = WebAddress.Parse(members[Member.Url]);
        var dateline = DatelineReader.Find(body);
        var article = new Article
        {
            Id = id.Length > 0 ? id : url ?? "",
            Url = url,
            Headline = headline,
            WebTitle = PlainText.Line(members[Member.WebTitle]),
            Body = body,
            PublishedAt = publishedAt,
            UpdatedAt = updatedAt,
            Category = Label(members[Member.Category]),
            Agency = Label(members[Member.Agency]),
            Byline = Label(members[Member.Byline]),
            Place = Label(members[Member.Place]) ?? dateline?.Place,
            Dateline = Label(members[Member.Dateline]) ?? dateline?.Text,
            Disclaimer = PlainText.Paragraphs(members[Member.Disclaimer]) is { Length: > 0 } notice ? notice : null,
            Tags = members.Tags,
            Language = Label(members[Member.Language]),
            Source = Label(members[Member.Source]),
            Extra = members.Extra,
        };
        return (article.Id.Length > 0 ? article : article with { Id = DerivedId.Of(article) }, null);
    }

    private static string? Label(string text) => PlainText.Line(text) is { Length: > 0 } label ? label : null;

    private static bool Time(string text, out DateTimeOffset? time)
    {
        time = null;
        if (text.Length == 0) return true;
        if (!IsoStamp.TryParse(text, out var value)) return false;
        time = value;
        return true;
    }

    private static string BadTime(string member, string text) =>
        $"Member \"{member}\": \"{(text.Length > 40 ? text[..40] + "…" : text)}\" is no ISO 8601 time; expected one such as 2021-04-07T14:27:42+05:30.";
}
