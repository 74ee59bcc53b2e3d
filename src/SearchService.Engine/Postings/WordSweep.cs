namespace SearchService.Engine.Postings;

/// <summary>
/// Goes through all words of some segments in the order in which their postings lie in the files, stretches of them side by side on several
/// threads. In the order of hashes each word would be a miss of the processor's caches of memory and of addresses, which cost as much as all the counting.
/// </summary>
internal static class WordSweep
{
    private const int Stretch = 4096;
    private const int Ahead = 8;

    /// <summary>Visits every word of every field of the segments.</summary>
    /// <param name="segments">The segments' files.</param>
    /// <param name="open">Makes a visitor for a thread.</param>
    /// <param name="cancellation">Looked at every few thousand words.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Over(IReadOnlyList<BlockFiles> segments, Func<IWordVisitor> open, CancellationToken cancellation)
    {
        var stretches = new List<(int Segment, int From)>();
        for (var segment = 0; segment < segments.Count; segment++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var from = 0; from < segments[segment].Words.InFileOrder.Length; from += Stretch)
                stretches.Add((segment, from));
        }

        try
        {
            Parallel.For(0, stretches.Count, new() { CancellationToken = cancellation }, open, (stretch, _, visitor) =>
            {
                Visit(stretches[stretch].Segment, segments[stretches[stretch].Segment].Words, stretches[stretch].From, visitor);
                return visitor;
            }, static _ => { });
        }
        catch (AggregateException faults) when (faults.InnerExceptions.All(fault => fault is OperationCanceledException))
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    private static void Visit(int segment, WordIndex words, int from, IWordVisitor visitor)
    {
        var records = words.Records;
        var order = words.InFileOrder;
        var to = Math.Min(order.Length, from + Stretch);
        for (var at = from; at < to; at++)
        {
            if (at + Ahead < to)
                words.Fetch(order[at + Ahead]);
            visitor.Visit(segment, in records[order[at]]);
        }
    }
}
