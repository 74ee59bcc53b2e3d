using System.CommandLine;
using System.Text.Json;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Util;
using SearchService.Engine.Evaluation;
using SearchService.Language.Tokenization;

namespace SearchService.Benchmarks.Stock;

/// <summary>Conflation of the stock chain: two forms belong together when HindiAnalyzer gives them the same terms.</summary>
internal static class StockLemmasCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "form<TAB>lemma; a header, further columns and forms of several words are ignored" };
        var command = new Command("stock-lemmas", "Conflation of Lucene.Net's HindiAnalyzer, as eval --lemmas counts it") { file };
        command.SetAction(parsed => Console.WriteLine(JsonSerializer.Serialize(Measure(File.ReadLines(parsed.GetValue(file)!)))));
        return command;
    }

    private static ConflationReport Measure(IEnumerable<string> lines)
    {
        // Without its stop list: what is measured is normalization and stemming, and a dropped word would have no pair at all.
        using var analyzer = new HindiAnalyzer(StockChain.Version, CharArraySet.Empty);
        var rows = lines.Select(line => line.Split('\t'))
            .Where(row => row.Length > 1 && row is not ["form", "lemma", ..] && row[0].Trim().Length > 0 && !row[0].Trim().Any(char.IsWhiteSpace))
            .Select(row => (Form: row[0].Trim(), Lemma: row[1].Trim()))
            .Where(row => Words.Of(row.Form).Count > 0)
            .Distinct()
            .ToList();
        var forms = rows.Select(row => row.Form).Distinct().ToList();
        var keys = forms.ToDictionary(form => form, form => string.Join(' ', StockChain.Terms(analyzer, "body", form)));

        var wanted = Pairs(rows.GroupBy(row => row.Lemma, row => row.Form));
        var found = Pairs(forms.GroupBy(form => keys[form]));
        double both = wanted.Count(found.Contains);
        return new ConflationReport(forms.Count, both / wanted.Count, both / found.Count);
    }

    private static HashSet<(string, string)> Pairs(IEnumerable<IEnumerable<string>> groups) =>
    [
        .. groups.SelectMany(group =>
            from one in @group
            from other in @group
            where string.CompareOrdinal(one, other) < 0
            select (one, other)),
    ];
}
