using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace SearchService.Benchmarks.Stock;

/// <summary>The Java peer's indexing on stock Lucene.Net: the same analyzer for every field, the same buffer, the same fields stored.</summary>
internal static class StockIndexCommand
{
    private const double BufferMegabytes = 256;

    public static Command Create()
    {
        var corpus = new Argument<string>("CORPUS") { Description = "JSON lines" };
        var index = new Argument<string>("INDEX") { Description = "folder of the index, emptied first" };
        var threads = new Argument<int>("THREADS");
        var command = new Command("stock-index", "Articles a second of stock Lucene.Net; prints what the Java peer prints") { corpus, index, threads };
        command.SetAction(parsed => Run(parsed.GetValue(corpus)!, parsed.GetValue(index)!, parsed.GetValue(threads)));
        return command;
    }

    private static void Run(string corpus, string folder, int threads)
    {
        using var directory = FSDirectory.Open(folder);
        using var analyzer = new HindiAnalyzer(StockChain.Version);
        var config = new IndexWriterConfig(StockChain.Version, analyzer) { OpenMode = OpenMode.CREATE, RAMBufferSizeMB = BufferMegabytes, Similarity = new BM25Similarity() };
        using var writer = new IndexWriter(directory, config);
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        using (var lines = new StreamReader(corpus))
        {
            void Work()
            {
                while (Next(lines) is { } line)
                {
                    writer.AddDocument(StockChain.Document(StockArticle.Parse(line)));
                    Interlocked.Increment(ref count);
                }
            }

            Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = threads }, [.. Enumerable.Repeat<Action>(Work, threads)]);
        }

        writer.Commit();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"index\t{count} docs\t{threads} threads\t{seconds:F1} s\t{count / seconds:F0} docs/s"));
        writer.ForceMerge(1);
    }

    private static string? Next(StreamReader lines)
    {
        lock (lines)
            return lines.ReadLine();
    }
}
