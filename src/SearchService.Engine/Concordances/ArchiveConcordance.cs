using System.Diagnostics;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;

namespace SearchService.Engine.Concordances;

/// <summary>Lists every occurrence of a query with the words around it, from one snapshot for each request.</summary>
/// <param name="articles">The archive.</param>
/// <param name="words">Its words.</param>
internal sealed class ArchiveConcordance(IndexedStore articles, ArchiveWords words)
{
    /// <summary>Lines whose texts are read at a time for a stream.</summary>
    private const int Batch = 500;

    private readonly LineTables _tables = new();

    /// <summary>A page of lines: from the snapshot of the cursor while it is kept, else from the newest without what was written since.</summary>
    public ConcordanceResponse Page(ConcordanceRequest request, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var kept = request.After is { } cursor ? articles.Acquire(cursor.Generation) : null;
        using var newest = kept is null ? articles.Acquire() : null;
        var snapshot = kept ?? newest!;
        var generation = request.After?.Generation ?? snapshot.Generation;
        var (bound, table) = Find(snapshot, request, kept is null && request.After is not null ? generation : long.MaxValue, cancellation);
        var offset = (long)(request.After?.Key ?? 0);
        var reader = Reader(snapshot, bound, request);
        List<ConcordanceLine> lines = [.. reader.Read(table.Read(offset, request.PageSize))];
        cancellation.ThrowIfCancellationRequested();
        var page = request.After?.Page ?? 1;
        var next = offset + request.PageSize < table.Lines
            ? new Cursor(Cursor.Fingerprint(request.Canonical), generation, page + 1, offset + request.PageSize, 0, bound.Corrections.ToString())
            : null;
        if (next is not null)
            articles.Keep(snapshot);
        return new()
        {
            Query = bound.Reading,
            Total = new(table.Lines, "eq"),
            Articles = table.Articles,
            Sort = ParameterChoice.NameOf(table.Sort),
            Context = request.Context,
            Page = page,
            PageSize = request.PageSize,
            NextCursor = next?.ToString(),
            TookMs = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 3),
            Generation = snapshot.Generation,
            Lines = lines,
            Warnings = [.. bound.Warnings, .. Warnings(request, table, reader.Gone, isExpired: request.After is not null && kept is null, bound)],
        };
    }

    /// <summary>All lines, read as they are taken: what is in memory does not grow with their number, but for a few bytes each.</summary>
    public IEnumerable<ConcordanceLine> All(ConcordanceRequest request, CancellationToken cancellation)
    {
        using var snapshot = articles.Acquire();
        var (bound, table) = Find(snapshot, request, long.MaxValue, cancellation);
        var reader = Reader(snapshot, bound, request);
        for (var offset = 0L; offset < table.Lines; offset += Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var line in reader.Read(table.Read(offset, Batch)))
                yield return line;
        }
    }

    private static IEnumerable<Warning> Warnings(ConcordanceRequest request, LineTable table, int gone, bool isExpired, BoundRequest bound)
    {
        if (bound.Words.Count == 0)
            yield return new("no_words", "The query names no word: there is nothing to list.");
        if (table.Sort != request.Sort)
            yield return new("sort_capped", $"At most {LineTableBuilder.MostSorted:N0} lines are sorted by the words around them; these are listed newest first.");
        if (isExpired)
            yield return new("snapshot_expired", "The snapshot of the first page is no longer kept; lines of articles changed since are left out, so the pages may have moved a little.");
        if (gone > 0)
            yield return new("article_gone", $"{gone:N0} lines of this page are left out: their articles were changed or removed while they were listed.");
    }

    private (BoundRequest Bound, LineTable Table) Find(IndexSnapshot snapshot, ConcordanceRequest request, long newest, CancellationToken cancellation)
    {
        var kept = request.After is { } after ? Corrections.Read(after.Corrections)! : Corrections.None;
        var bound = BoundRequest.Bind(snapshot, request.Search, kept);
        cancellation.ThrowIfCancellationRequested();
        // What the archive has learnt meanwhile may have changed the words' forms: they are part of the question.
        var forms = string.Join('\u001F', bound.Words.Select(word => string.Join('\u001E', word.Forms.Select(form => form.Text))));
        var asked = string.Join('\n', request.Canonical, newest, bound.Corrections, forms);
        var table = _tables.Get(snapshot.Searcher.IndexReader, asked, () =>
            new LineTableBuilder(snapshot.Searcher, words.Of(snapshot.Interpreter.Vocabulary), articles.Store.Find).Build(bound, request.Sort, newest, cancellation));
        return (bound, table);
    }

    private LineReader Reader(IndexSnapshot snapshot, BoundRequest bound, ConcordanceRequest request) =>
        new(snapshot.Searcher, bound.Clause, request.Context, articles.Store.Find);
}
