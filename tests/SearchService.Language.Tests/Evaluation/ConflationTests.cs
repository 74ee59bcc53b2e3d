using SearchService.Language.Evaluation;

namespace SearchService.Language.Tests.Evaluation;

public class ConflationTests
{
    [Fact]
    public void Recall_and_precision_count_pairs_of_different_forms()
    {
        // Wanted: नदी–नदियों, घर–घरों, घर–मकान. Found: नदी–नदियों, घर–घरों, चल–चले–चलने, of which no two share a lemma here.
        string[] lines = ["form\tlemma", "नदी\tनदी\tNOUN", "नदियों\tनदी\tNOUN", "घर\tघर", "घरों\tघर", "मकान\tमकान", "घर\tमकान", "चले\t1", "चलने\t2"];
        var result = Conflation.Measure(lines);
        Assert.Equal(7, result.Forms);
        Assert.Equal(2 / 3.0, result.Recall, 6);
        Assert.Equal(2 / 3.0, result.Precision, 6);
    }

    [Fact]
    public void Common_words_of_news_are_gathered_as_well_as_measured()
    {
        using var reader = new StreamReader(typeof(ConflationTests).Assembly.GetManifestResourceStream("lemmas.tsv")!);
        var wrong = new List<string>();
        var result = Conflation.Measure(
            reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries),
            (one, other, missed) => wrong.Add($"{(missed ? "missed" : "wrong")} {one} {other}"));
        Assert.True(result.Forms > 300);
        Assert.True(result.Recall >= 0.99, $"recall {result.Recall}: {string.Join(", ", wrong)}");
        Assert.True(result.Precision >= 0.96, $"precision {result.Precision}: {string.Join(", ", wrong)}");
    }

    [Fact]
    public void Lemmas_of_the_news_treebank_are_gathered_as_well_as_measured() =>
        Holds("pud.form_lemma.tsv", columns => (columns[0], columns[1]), 0.95, 0.91);

    [Fact]
    public void Verb_forms_of_the_inflection_tables_are_gathered_as_well_as_measured() =>
        Holds("unimorph.tsv", columns => (columns[1], columns[0]), 0.93, 0.97);

    private static void Holds(string file, Func<string[], (string Form, string Lemma)> read, double recall, double precision)
    {
        var path = Path.Combine(SharedFolder(), "eval", "conflation", file);
        if (!File.Exists(path))
            Assert.Skip($"no {path}: set SEARCHSERVICE_SHARED to the folder of the evaluation sets");
        var lines = File.ReadLines(path)
            .Select(line => line.Split('\t'))
            .Where(columns => columns.Length > 1)
            .Select(read)
            .Where(row => !row.Form.Contains(' ', StringComparison.Ordinal))
            .Select(row => $"{row.Form}\t{row.Lemma}");
        var result = Conflation.Measure(lines);
        Assert.True(result.Recall >= recall, $"recall {result.Recall}");
        Assert.True(result.Precision >= precision, $"precision {result.Precision}");
    }

    private static string SharedFolder()
    {
        if (Environment.GetEnvironmentVariable("SEARCHSERVICE_SHARED") is { Length: > 0 } named)
            return named;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SearchService.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? ".", "shared");
    }
}
