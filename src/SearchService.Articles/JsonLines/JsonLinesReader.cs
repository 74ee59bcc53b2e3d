using SearchService.Articles.Decoding;

namespace SearchService.Articles.JsonLines;

/// <summary>Reads a JSON lines export line by line; holds one line at a time, however long the stream.</summary>
internal static class JsonLinesReader
{
    /// <summary>One outcome a line that is not blank. A line over the limit is refused and the next ones are read.</summary>
    /// <param name="stream">UTF-8.</param>
    /// <param name="file">Name of the source, for refusals.</param>
    /// <param name="maxLineBytes">Longest line.</param>
    public static IEnumerable<ReadOutcome> Read(Stream stream, string file, int maxLineBytes)
    {
        using var lines = new LineBuffer(stream, maxLineBytes);
        while (lines.MoveNext())
        {
            if (lines.IsTooLong)
                yield return Failure(file, lines, $"The line is longer than {maxLineBytes} bytes, the limit for one; expected one article.",
                    SourceExcerpt.Of(lines.Current));
            else if (lines.Current.IndexOfAnyExcept(" \t\r"u8) >= 0)
                yield return JsonLine.Read(lines.Current, file, lines.Number);
        }
        if (lines.Error is { } error) yield return Failure(file, lines, $"Reading stopped here: {error}", null);
    }

    private static ReadOutcome Failure(string file, LineBuffer lines, string reason, string? source) =>
        ReadOutcome.Of(new ReadFailure(file, lines.Number, reason, source));
}
