using System.Text;
using SearchService.Articles.Decoding;
using SearchService.Articles.HtmlPages;
using SearchService.Articles.JsonLines;
using SearchService.Articles.PageParts;

namespace SearchService.Articles;

/// <summary>Reads stored content of any supported kind. Bad content gives refusals, never exceptions; the streams stay the caller's.</summary>
public static class ArticleReader
{
    /// <summary>
    /// Reads a stream lazily: JSON lines one line at a time, a text or HTML page whole. A page gives one outcome; JSON lines give one for
    /// each line that is not blank, so none for an empty file of that kind.
    /// </summary>
    /// <param name="content">The stored bytes, from the stream's position on; need not be seekable.</param>
    /// <param name="file">Name of the source for refusals; its extension is used only where the content leaves the format open.</param>
    /// <param name="format">The format, if the caller knows it.</param>
    /// <param name="limits">How much is held in memory; <see cref="ReadLimits.Default"/> when null.</param>
    public static IEnumerable<ReadOutcome> Read(Stream content, string file, PageFormat format = PageFormat.Auto, ReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(file);
        return ReadStream(content, file, format, limits ?? ReadLimits.Default);
    }

    /// <summary>Reads one line of JSON that the caller has cut from its own stream.</summary>
    /// <param name="line">UTF-8 without line end, not blank.</param>
    /// <param name="file">Name of the source, for the refusal.</param>
    /// <param name="number">1-based number of the line, for the refusal.</param>
    public static ReadOutcome ReadLine(ReadOnlySpan<byte> line, string file, int number) => JsonLine.Read(line, file, number);

    private static IEnumerable<ReadOutcome> ReadStream(Stream content, string file, PageFormat format, ReadLimits limits)
    {
        using var stream = new HeadedStream(content, ContentSniffer.Window);
        if (Refuse(stream, file, ref format) is { } refusal)
        {
            yield return ReadOutcome.Of(refusal);
        }
        else if (format != PageFormat.JsonLines)
        {
            yield return ReadPage(stream, file, format, limits.MaxPageBytes);
        }
        else
        {
            // JSON lines in UTF-16 are turned into UTF-8 on the way.
            var (encoding, _) = PageDecoder.ByteOrderMark(stream.Head);
            var utf8 = encoding is null or UTF8Encoding
                ? (Stream)stream
                : Encoding.CreateTranscodingStream(stream, Encoding.GetEncoding(encoding.CodePage), Encoding.UTF8);
            foreach (var outcome in JsonLinesReader.Read(utf8, file, limits.MaxLineBytes)) yield return outcome;
        }
    }

    // Settles the format; a refusal when there is nothing to read or it is no text.
    private static ReadFailure? Refuse(HeadedStream stream, string file, ref PageFormat format)
    {
        try
        {
            var head = stream.Head;
            if (head.IndexOfAnyExcept(" \t\r\n\uFEFF"u8) < 0 && head.Length < ContentSniffer.Window)
            {
                if (format == PageFormat.Auto && ContentSniffer.IsNamedJsonLines(file)) format = PageFormat.JsonLines;
                return format == PageFormat.JsonLines ? null : new(file, null, "The file is empty; expected a text page, an HTML page or JSON lines.");
            }
            var (found, binary) = ContentSniffer.Detect(head, file);
            if (format == PageFormat.Auto) format = found;
            return binary is null || format == PageFormat.JsonLines
                ? null
                : new(file, null, $"This is {binary}; expected text in UTF-8, or in UTF-16 with a byte order mark.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(file, null, $"Cannot be read: {e.Message}");
        }
    }

    private static ReadOutcome ReadPage(HeadedStream stream, string file, PageFormat format, int maxBytes)
    {
        ArraySegment<byte>? bytes;
        try
        {
            bytes = WholePage.Read(stream, maxBytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ReadOutcome.Of(new ReadFailure(file, null, $"Cannot be read: {e.Message}"));
        }
        if (bytes is not { } page) return Refuse(null, $"The page is larger than {maxBytes} bytes, the limit for one page; expected one article.", stream.Head);
        var decoded = PageDecoder.Decode(page, format == PageFormat.Html);
        if (decoded.Text is null) return Refuse(decoded.Line, $"Not readable as text: {decoded.Reason}.", page);
        return format == PageFormat.Html ? HtmlPageReader.Read(decoded.Text, file) : TextPageReader.Read(decoded.Text, file);

        ReadOutcome Refuse(int? line, string reason, ReadOnlySpan<byte> source) =>
            ReadOutcome.Of(new ReadFailure(file, line, reason, SourceExcerpt.Of(source)));
    }
}
