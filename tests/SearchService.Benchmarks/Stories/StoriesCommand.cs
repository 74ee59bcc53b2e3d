using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using SearchService.Engine.Stories;

namespace SearchService.Benchmarks.Stories;

/// <summary>
/// <c>stories</c>: finds copies made of real texts by edits again, and tells which texts that are no copies are joined; what it costs an article.
/// </summary>
internal static class StoriesCommand
{
    private static readonly double[] Levels = [0.05, 0.1, 0.2, 0.4];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var articles = new Argument<FileInfo[]>("articles") { Description = "Articles, a JSON object with a member body on each line." };
        var most = new Option<int>("--most") { Description = "Articles read of each file.", DefaultValueFactory = _ => int.MaxValue };
        var seed = new Option<int>("--seed") { Description = "Seed of the edits.", DefaultValueFactory = _ => 1 };
        var plain = new Option<bool>("--joins-only") { Description = "Makes no copies: counts what is joined as it is, and the time." };
        var command = new Command("stories", "Precision and recall of story detection on copies made by edits, for each share of edited words") { articles, most, seed, plain };
        command.SetAction(parsed =>
        {
            foreach (var file in parsed.GetValue(articles)!)
                Measure(file, parsed.GetValue(most), parsed.GetValue(seed), parsed.GetValue(plain));
        });
        return command;
    }

    private static void Measure(FileInfo file, int most, int seed, bool joinsOnly)
    {
        var texts = File.ReadLines(file.FullName).Take(most).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("body").GetString()!).ToArray();
        var start = Stopwatch.GetTimestamp();
        var signatures = Array.ConvertAll(texts, Signed);
        var signing = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        var table = new StoryTable();
        for (var at = 0; at < signatures.Length; at++)
            Add(table, at + 1, signatures[at]);
        var joining = Stopwatch.GetElapsedTime(start);
        var stories = Enumerable.Range(1, texts.Length).Select(at => table.NumberOf(at)).Where(story => story > 0).ToList();
        Console.WriteLine($"{file.FullName}: {texts.Length} texts, {signatures.Count(one => one is null)} too short; signing {signing.TotalMicroseconds / texts.Length:0.0} µs, joining {joining.TotalMicroseconds / texts.Length:0.0} µs a text; {stories.Count} joined as they are, in {stories.Distinct().Count()} stories");
        foreach (var level in joinsOnly ? [] : Levels)
            Measure(texts, signatures, level, new Random(seed));
    }

    private static void Measure(string[] texts, byte[]?[] signatures, double level, Random random)
    {
        var editor = new CopyEditor(random, texts);
        var table = new StoryTable();
        for (var at = 0; at < signatures.Length; at++)
            Add(table, at + 1, signatures[at]);
        var (pairs, right, wrong) = (0, 0, 0);
        for (var at = 0; at < texts.Length; at++)
        {
            if (signatures[at] is null)
                continue;
            pairs++;
            var sequence = (long)texts.Length + at + 1;
            Add(table, sequence, Signed(editor.CopyOf(texts[at], level)));
            var story = table.NumberOf(sequence);
            right += story > 0 && story == table.NumberOf(at + 1) ? 1 : 0;
            wrong += story > 0 && story != table.NumberOf(at + 1) ? 1 : 0;
        }

        Console.WriteLine($"  {100 * level,3:0} % of words: recall {(double)right / pairs:0.000}, precision {(right + wrong == 0 ? 1 : (double)right / (right + wrong)):0.000} ({pairs} pairs)");
    }

    private static void Add(StoryTable table, long sequence, byte[]? signature)
    {
        if (signature is not null)
            table.Add(sequence, signature);
    }

    private static byte[]? Signed(string text)
    {
        var signature = new byte[Signature.Length];
        return Signature.TryMake(text, signature) ? signature : null;
    }
}
