using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using SearchService.Engine.Evaluation;

namespace SearchService.Benchmarks.Stock;

/// <summary>Judged topics on the stock chain, measured exactly as the product's own <c>eval</c> measures.</summary>
internal static class StockEvalCommand
{
    public static Command Create()
    {
        var articles = new Option<string[]>("--articles") { Description = "JSON lines; several files make one archive", Required = true, AllowMultipleArgumentsPerToken = true };
        var topics = new Option<string>("--topics") { Description = "qid<TAB>query", Required = true };
        var qrels = new Option<string>("--qrels") { Description = "TREC qrels", Required = true };
        var run = new Option<string?>("--run") { Description = "write a TREC run there" };
        var json = new Option<bool>("--json") { Description = "print one JSON document" };
        var command = new Command("stock-eval", "Relevance of Lucene.Net's HindiAnalyzer and EnglishAnalyzer with its BM25, headline ×2") { articles, topics, qrels, run, json };
        command.SetAction(parsed =>
        {
            using var output = parsed.GetValue(run) is { } path ? new StreamWriter(path) : null;
            var report = Evaluate(parsed.GetValue(articles)!, JudgedTopics.Read(parsed.GetValue(topics)!, parsed.GetValue(qrels)!), output);
            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(report.Measures) : Table(report));
        });
        return command;
    }

    private static RelevanceReport Evaluate(IEnumerable<string> files, JudgedTopics topics, TextWriter? run)
    {
        using var analyzer = StockChain.Analyzer();
        using var directory = new RAMDirectory();
        // Lucene.Net 4.8 does not score by BM25 unless told to; told so, it is left as it comes: k1 1.2, b 0.75.
        var similarity = new BM25Similarity();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(StockChain.Version, analyzer) { Similarity = similarity }))
        {
            foreach (var article in files.SelectMany(File.ReadLines).Select(StockArticle.Parse))
                writer.AddDocument(StockChain.Document(article));
        }

        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = similarity };
        return RelevanceEvaluation.Run(
            topic =>
            {
                if (StockChain.AnyWord(analyzer, topic.Query) is not { } query)
                    return [];
                var found = searcher.Search(query, RelevanceMeasures.Depth);
                return [.. found.ScoreDocs.Select(hit => new RankedDocument(searcher.Doc(hit.Doc).Get("id", CultureInfo.InvariantCulture), hit.Score))];
            },
            topics,
            "stock",
            run);
    }

    private static string Table(RelevanceReport report)
    {
        var measures = report.Measures;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            queries     {measures.Queries}
            success@1   {measures.SuccessAt1:F3}
            mrr@10      {measures.MrrAt10:F3}
            ndcg@10     {measures.NdcgAt10:F3}
            recall@10   {measures.RecallAt10:F3}
            recall@100  {measures.RecallAt100:F3}
            without hit {report.WithoutHit}
            """);
    }
}
