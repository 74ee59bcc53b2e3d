using System.Buffers;
using System.Text.Json;
using SearchService.Articles;
using SearchService.Engine;
using SearchService.Engine.Indexing;
using SearchService.Http;

namespace SearchService.Api;

/// <summary>Keeps the articles of a stream of lines and writes an answer for each.</summary>
/// <param name="archive">Where they are kept.</param>
/// <param name="output">Where the answers go, one JSON object a line.</param>
internal sealed class LineKeeper(Archive archive, IBufferWriter<byte> output)
{
    private int _number;
    private LineSums _sums = new(0, 0, 0, 0, 0);

    /// <summary>True once the archive could not take an article: no further line is read, and no sums are written.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Reads and keeps one line; a blank one is passed over.</summary>
    public void Keep(in ReadOnlySequence<byte> line)
    {
        _number++;
        var bytes = (line.IsSingleSegment ? line.FirstSpan : line.ToArray()).Trim(" \t\r"u8);
        if (bytes.IsEmpty)
            return;
        var outcome = ArticleReader.ReadLine(bytes, "body", _number);
        if (outcome.Article is not { } article)
        {
            Refuse("invalid_article", outcome.Failure?.Reason ?? "The line could not be read.");
            return;
        }

        if (Archive.WhyNot(article) is { } unfit)
        {
            Refuse("invalid_article", unfit);
            return;
        }

        try
        {
            var change = archive.Put(article);
            _sums = change switch
            {
                ArticleChange.Added => _sums with { Read = _sums.Read + 1, Added = _sums.Added + 1 },
                ArticleChange.Updated => _sums with { Read = _sums.Read + 1, Updated = _sums.Updated + 1 },
                _ => _sums with { Read = _sums.Read + 1, Unchanged = _sums.Unchanged + 1 },
            };
            Write(new LineAnswer(_number, ArticleChanged.Name(change), article.Id));
        }
        catch (ArchiveException failure)
        {
            Stopped = true;
            var problem = ErrorAnswers.ArchiveProblem(failure).ProblemDetails;
            Write(new LineAnswer(_number, "failed", article.Id, failure.Code, problem.Detail));
        }
    }

    /// <summary>Refuses a line that is longer than an article may be.</summary>
    public void TooLong(int longest)
    {
        _number++;
        Refuse("body_too_large", $"The line is longer than {longest:N0} bytes.");
    }

    /// <summary>Writes the sums: their being there tells that every line was read.</summary>
    public void Finish()
    {
        if (!Stopped)
            Write(_sums);
    }

    private void Refuse(string code, string detail)
    {
        _sums = _sums with { Read = _sums.Read + 1, Refused = _sums.Refused + 1 };
        Write(new LineAnswer(_number, "refused", null, code, detail));
    }

    private void Write<T>(T answer)
    {
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = Json.Options.Encoder }))
            JsonSerializer.Serialize(writer, answer, ArticleDocument.Options);
        output.Write("\n"u8);
    }

    /// <summary>The last line of the answer.</summary>
    private sealed record LineSums(long Read, long Added, long Updated, long Unchanged, long Refused);
}

/// <summary>What happened to one line.</summary>
/// <param name="Line">1-based number of the line.</param>
/// <param name="Change">added, updated, unchanged, refused or failed; after failed nothing further was read.</param>
/// <param name="Id">The article's id, if the line could be read.</param>
/// <param name="Code">Stable code of the reason, if it was not kept.</param>
/// <param name="Detail">The reason, for people.</param>
internal sealed record LineAnswer(int Line, string Change, string? Id, string? Code = null, string? Detail = null);
