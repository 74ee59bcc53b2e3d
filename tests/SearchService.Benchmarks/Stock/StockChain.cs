using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SearchService.Benchmarks.Stock;

/// <summary>
/// Lucene.Net 4.8 as a newsroom would set it up: HindiAnalyzer for headline and body, EnglishAnalyzer for the web title, both as they come.
/// </summary>
internal static class StockChain
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>The text fields and their weights in a query.</summary>
    public static readonly IReadOnlyList<(string Name, float Weight)> Fields = [("headline", 2), ("webTitle", 1), ("body", 1)];

    public static Analyzer Analyzer() => new PerFieldAnalyzerWrapper(
        new HindiAnalyzer(Version),
        new Dictionary<string, Analyzer> { ["webTitle"] = new EnglishAnalyzer(Version) });

    public static Document Document(StockArticle article) =>
    [
        new StringField("id", article.Id, Field.Store.YES),
        new TextField("headline", article.Headline, Field.Store.YES),
        new TextField("webTitle", article.WebTitle, Field.Store.YES),
        new TextField("body", article.Body, Field.Store.YES),
    ];

    /// <summary>The terms of a text as the analyzer of the field makes them.</summary>
    public static List<string> Terms(Analyzer analyzer, string field, string text)
    {
        var terms = new List<string>();
        using var stream = analyzer.GetTokenStream(field, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            terms.Add(term.ToString()!);
        stream.End();
        return terms;
    }

    /// <summary>Any of the words in any of the fields; null when the analyzers leave no word.</summary>
    public static Query? AnyWord(Analyzer analyzer, string text)
    {
        var any = new BooleanQuery();
        foreach (var (field, weight) in Fields)
        {
            foreach (var term in Terms(analyzer, field, text))
                any.Add(new TermQuery(new Term(field, term)) { Boost = weight }, Occur.SHOULD);
        }

        return any.Clauses.Count > 0 ? any : null;
    }
}
