using System.CommandLine;
using System.Globalization;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using SearchService.Engine.Evaluation;
using SearchService.Engine.Results;

namespace SearchService.Benchmarks.Stock;

/// <summary>The Java peer's searches on stock Lucene.Net: the body only, top 10, queries made outside the time.</summary>
internal static class StockSearchCommand
{
    private const int Top = 10;

    public static Command Create()
    {
        var index = new Argument<string>("INDEX") { Description = "made by stock-index" };
        var queries = new Argument<string>("QUERIES") { Description = "class<TAB>query" };
        var rounds = new Argument<int>("ROUNDS");
        var command = new Command("stock-search", "Times of stock Lucene.Net; prints what the Java peer prints") { index, queries, rounds };
        command.SetAction(parsed => Run(parsed.GetValue(index)!, parsed.GetValue(queries)!, parsed.GetValue(rounds)));
        return command;
    }

    private static void Run(string folder, string file, int rounds)
    {
        using var directory = MMapDirectory.Open(folder);
        using var reader = DirectoryReader.Open(directory);
        using var analyzer = new HindiAnalyzer(StockChain.Version);
        var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        var made = new Dictionary<SpeedQuery, Query>();
        foreach (var query in SpeedQuery.Read(File.ReadLines(file), file))
        {
            if (StockChain.Terms(analyzer, "body", query.Words) is { Count: > 0 } terms)
                made.TryAdd(query, Query(query.Kind, terms));
        }

        var asked = SpeedQuery.Read(File.ReadLines(file), file).Where(made.ContainsKey).ToList();
        var report = SpeedEvaluation.Run(query => searcher.Search(made[query], Top), asked, new SpeedOptions { Rounds = rounds });
        foreach (var one in report.Classes)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.Class}\t{one.Count}\t{one.P50:F0}\t{one.P95:F0}\t{one.P99:F0}"));
    }

    private static Query Query(QueryKind kind, List<string> terms)
    {
        if (kind == QueryKind.Phrase)
        {
            var phrase = new PhraseQuery();
            terms.ForEach(term => phrase.Add(new Term("body", term)));
            return phrase;
        }

        var words = new BooleanQuery();
        foreach (var term in terms.Distinct())
            words.Add(new TermQuery(new Term("body", term)), kind == QueryKind.All ? Occur.MUST : Occur.SHOULD);
        return words;
    }
}
