namespace SearchService.Engine.Postings;

/// <summary>
/// Goes through all words of some segments in the order of their hashes, so that a word's records in all segments come together, many
/// hashes side by side on several threads. The postings of words ahead are fetched into the cache meanwhile: those of neighbouring hashes lie anywhere.
/// </summary>
internal static class WordSweep
{
    private const int PartBits = 6;
    private const int Ahead = 8;
    private const int WordsBetweenLooks = 4096;

    /// <summary>Visits every word of the archive that any of the segments has, but for wholes of compounds.</summary>
    /// <param name="segments">The segments' files.</param>
    /// <param name="words">The words of the archive.</param>
    /// <param name="open">Makes a visitor for a thread; no word is seen by two of them.</param>
    /// <param name="cancellation">Looked at every few thousand words.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Over(IReadOnlyList<BlockFiles> segments, HashedWords words, Func<IWordVisitor> open, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(0, 1 << PartBits, new() { CancellationToken = cancellation }, open, (part, _, visitor) =>
            {
                Visit(segments, words, part, visitor, cancellation);
                return visitor;
            }, static _ => { });
        }
        catch (AggregateException faults) when (faults.InnerExceptions.All(fault => fault is OperationCanceledException))
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    private static void Visit(IReadOnlyList<BlockFiles> segments, HashedWords words, int part, IWordVisitor visitor, CancellationToken cancellation)
    {
        var first = (ulong)part << (64 - PartBits);
        var at = new int[segments.Count];
        for (var segment = 0; segment < at.Length; segment++)
            at[segment] = segments[segment].Words.From(first);
        var end = part == (1 << PartBits) - 1 ? words.Count : words.From(first + (1UL << (64 - PartBits)));
        for (var word = words.From(first); word < end; word++)
        {
            if (word % WordsBetweenLooks == 0)
                cancellation.ThrowIfCancellationRequested();
            var hash = words.HashOf(word);
            var isWhole = words.TextOf(word) is null;
            for (var segment = 0; segment < at.Length; segment++)
            {
                var records = segments[segment].Words.Records;
                var record = at[segment];
                while (record < records.Length && records[record].Hash < hash)
                    record++;
                for (; record < records.Length && records[record].Hash == hash; record++)
                {
                    if (record + Ahead < records.Length)
                        Fetch(segments[segment], in records[record + Ahead], visitor.ReadsPositions);
                    if (!isWhole)
                        visitor.Visit(word, segment, in records[record]);
                }

                at[segment] = record;
            }
        }
    }

    private static void Fetch(BlockFiles files, in WordRecord record, bool positions)
    {
        files.Documents.Fetch(record.Documents);
        if (positions)
            files.Positions.Fetch(record.Positions);
    }
}
