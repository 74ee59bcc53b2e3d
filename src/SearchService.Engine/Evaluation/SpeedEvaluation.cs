using System.Diagnostics;

namespace SearchService.Engine.Evaluation;

/// <summary>Times searches.</summary>
public static class SpeedEvaluation
{
    /// <summary>Asks every query in every round, in the order of the list, and reports the times of the measured rounds.</summary>
    /// <param name="archive">The archive searched; all rounds see one snapshot of it.</param>
    /// <param name="queries">What is asked, at least one: words to the ten best articles, none of them read or marked.</param>
    /// <param name="options">Rounds, threads, plain.</param>
    public static SpeedReport Run(Archive archive, IReadOnlyList<SpeedQuery> queries, SpeedOptions options) =>
        archive.WithKernel(kernel => Run(query => kernel.Search(query.Kind, query.Words, options.Plain, options.Readings), queries, options, before: options.Anew ? kernel.Forget : null));

    /// <summary>The same for any engine.</summary>
    /// <param name="search">What is timed: one query to its top ten.</param>
    /// <param name="queries">What is asked, at least one.</param>
    /// <param name="options">Rounds and threads.</param>
    /// <param name="all">Name of one more class, of all queries together; none when null.</param>
    /// <param name="before">Called before each search, and not timed.</param>
    internal static SpeedReport Run(Action<SpeedQuery> search, IReadOnlyList<SpeedQuery> queries, SpeedOptions options, string? all = null, Action? before = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Rounds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfZero(queries.Count, nameof(queries));
        var warmUp = options.Rounds / 2;
        Ask(search, queries, warmUp, options.Threads, before);
        var start = Stopwatch.GetTimestamp();
        var times = Ask(search, queries, options.Rounds - warmUp, options.Threads, before);
        var wall = Stopwatch.GetElapsedTime(start).TotalSeconds;

        var classes = times.Select((time, asked) => (queries[asked % queries.Count].Class, Time: time))
            .GroupBy(one => one.Class, StringComparer.Ordinal)
            .Select(group => ClassSpeed.Of(group.Key, [.. group.Select(one => one.Time)]));
        return new SpeedReport([.. classes, .. all is null ? [] : (ClassSpeed[])[ClassSpeed.Of(all, [.. times])]], times.Length / wall);
    }

    /// <summary>Asks all queries <paramref name="rounds"/> times; time i, in microseconds, belongs to query i modulo their number.</summary>
    private static double[] Ask(Action<SpeedQuery> search, IReadOnlyList<SpeedQuery> queries, int rounds, int threads, Action? before)
    {
        var times = new double[queries.Count * rounds];
        var next = -1;
        void Work()
        {
            for (int index; (index = Interlocked.Increment(ref next)) < times.Length;)
            {
                var query = queries[index % queries.Count];
                before?.Invoke();
                var start = Stopwatch.GetTimestamp();
                search(query);
                times[index] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        }

        // One thread is the caller's own: nothing is scheduled between two searches.
        if (threads == 1)
            Work();
        else
            Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)))
                .GetAwaiter().GetResult();
        return times;
    }
}
