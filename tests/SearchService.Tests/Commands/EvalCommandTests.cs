using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Commands;

public sealed class EvalCommandTests(TestArchive archive)
{
    [Fact]
    public async Task Judged_topics_give_measures_and_a_run()
    {
        using var folder = new TemporaryFolder();
        var topics = folder.Write("topics.tsv", "q1\tलावरोव इस्लामाबाद\nq2\tबजट शिक्षा\nq3\tअनुपस्थितशब्द\n");
        var qrels = folder.Write("qrels.txt", "q1 0 lavrov-islamabad 1\nq2 0 budget 1\nq3 0 undated 1\n");
        var run = Path.Combine(folder.Path, "run.txt");
        var result = await CommandResult.RunAsync("eval", "--topics", topics, "--qrels", qrels, "--run", run, "--archive", archive.Folder, "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["queries", "success@1", "mrr@10", "ndcg@10", "recall@10", "recall@100"], result.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(3, result.Json.GetProperty("queries").GetInt32());
        Assert.Equal(2 / 3.0, result.Json.GetProperty("success@1").GetDouble(), 6);
        Assert.StartsWith("q1 Q0 lavrov-islamabad 1 ", (await File.ReadAllLinesAsync(run, TestContext.Current.CancellationToken))[0], StringComparison.Ordinal);

        var told = await CommandResult.RunAsync("eval", "--topics", topics, "--qrels", qrels, "--archive", archive.Folder);
        Assert.Contains("MRR@10", told.Out, StringComparison.Ordinal);
        Assert.Contains("अनुपस्थितशब्द", told.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lemmas_are_measured_without_an_archive()
    {
        using var folder = new TemporaryFolder();
        var lemmas = folder.Write("lemmas.tsv", "form\tlemma\nलड़का\tलड़का\nलड़के\tलड़का\nलड़कों\tलड़का\nकिताब\tकिताब\nकिताबें\tकिताब\n");
        var result = await CommandResult.RunAsync("eval", "--lemmas", lemmas, "--json");

        Assert.Equal(["forms", "recall", "precision"], result.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(5, result.Json.GetProperty("forms").GetInt32());
    }

    [Fact]
    public async Task Misspelt_words_are_measured_without_an_archive()
    {
        using var folder = new TemporaryFolder();
        var words = folder.Write("words.tsv", "मौसम\t9\nपाकिस्तान\t5\n");
        var pairs = folder.Write("pairs.tsv", "मोसम\tमौसम\nपाकिसतान\tपाकिस्तान\nअनुपस्थित\tअनुपस्थित\n");
        var result = await CommandResult.RunAsync("eval", "--misspellings", pairs, "--vocabulary", words, "--json");

        Assert.Equal(
            ["words", "vocabulary", "read", "first@1", "first@3", "rightWords", "rightCorrected", "rareDoubted", "medianUs", "p95Us"],
            result.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal((2, 1.0, 0.0), (result.Json.GetProperty("words").GetInt32(), result.Json.GetProperty("first@1").GetDouble(), result.Json.GetProperty("rightCorrected").GetDouble()));
        Assert.Equal(2, (await CommandResult.RunAsync("eval", "--misspellings", pairs)).ExitCode);
    }

    [Fact]
    public async Task A_malformed_line_is_named_and_is_bad_usage()
    {
        using var folder = new TemporaryFolder();
        var topics = folder.Write("topics.tsv", "q1 no tab\n");
        var qrels = folder.Write("qrels.txt", "q1 0 a 1\n");
        var result = await CommandResult.RunAsync("eval", "--topics", topics, "--qrels", qrels, "--archive", archive.Folder);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("topics.tsv:1:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_counts_words_of_the_lexicon_and_words_that_sound_alike()
    {
        using var folder = new TemporaryFolder();
        var text = folder.Write("text.txt", "The minister met Qandruli in Zzxqt.\n");
        var words = folder.Write("words.tsv", "कंद्रूली\t3\nसरकार\t9\n");
        var result = await CommandResult.RunAsync("eval", "--coverage", text, "--vocabulary", words, "--json");

        Assert.Equal((4, 0.5, 0.25), (result.Json.GetProperty("words").GetInt32(), result.Json.GetProperty("byLexicon").GetDouble(), result.Json.GetProperty("bySound").GetDouble()));
        Assert.Equal(2, (await CommandResult.RunAsync("eval", "--coverage", text)).ExitCode);
    }
}
