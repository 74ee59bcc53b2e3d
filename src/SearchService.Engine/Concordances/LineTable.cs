namespace SearchService.Engine.Concordances;

/// <summary>A line before its text is read: which occurrence of which document of the snapshot.</summary>
internal readonly record struct LineKey(int Document, int Occurrence);

/// <summary>The lines of a concordance in their order: a few bytes a line, or a document.</summary>
/// <param name="sort">The order.</param>
/// <param name="articles">How many articles the lines are in.</param>
internal abstract class LineTable(ConcordanceSort sort, int articles)
{
    /// <summary>The order the lines are in.</summary>
    public ConcordanceSort Sort { get; } = sort;

    /// <summary>How many articles they are in.</summary>
    public int Articles { get; } = articles;

    /// <summary>How many lines there are.</summary>
    public abstract long Lines { get; }

    /// <summary>Memory it takes, in bytes.</summary>
    public abstract long Size { get; }

    /// <summary>Lines in their order.</summary>
    /// <param name="offset">How many are left out.</param>
    /// <param name="count">The most that are given.</param>
    public abstract List<LineKey> Read(long offset, int count);
}

/// <summary>Lines article by article.</summary>
/// <param name="sort">The order.</param>
/// <param name="documents">The articles in their order.</param>
/// <param name="ends">How many lines there are up to the end of each.</param>
internal sealed class ArticleOrder(ConcordanceSort sort, int[] documents, long[] ends) : LineTable(sort, documents.Length)
{
    /// <inheritdoc/>
    public override long Lines => ends.Length == 0 ? 0 : ends[^1];

    /// <inheritdoc/>
    public override long Size => 12L * documents.Length;

    /// <inheritdoc/>
    public override List<LineKey> Read(long offset, int count)
    {
        var lines = new List<LineKey>();
        var found = Array.BinarySearch(ends, offset + 1);
        for (var at = found < 0 ? ~found : found; at < documents.Length && lines.Count < count; at++)
        {
            var start = at == 0 ? 0 : ends[at - 1];
            for (var line = Math.Max(offset, start); line < ends[at] && lines.Count < count; line++)
                lines.Add(new(documents[at], (int)(line - start)));
        }

        return lines;
    }
}

/// <summary>Lines by the words around them.</summary>
/// <param name="sort">The order.</param>
/// <param name="articles">How many articles the lines are in.</param>
/// <param name="lines">The lines in their order.</param>
internal sealed class WordOrder(ConcordanceSort sort, int articles, LineKey[] lines) : LineTable(sort, articles)
{
    /// <inheritdoc/>
    public override long Lines => lines.Length;

    /// <inheritdoc/>
    public override long Size => 8L * lines.Length;

    /// <inheritdoc/>
    public override List<LineKey> Read(long offset, int count) =>
        offset >= lines.Length ? [] : [.. lines.AsSpan((int)offset, (int)Math.Min(count, lines.Length - offset))];
}
