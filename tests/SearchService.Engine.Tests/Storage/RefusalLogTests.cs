using SearchService.Engine.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Storage;

public sealed class RefusalLogTests
{
    [Fact]
    public void A_refusal_is_one_readable_line_and_the_same_one_is_kept_once_over_runs()
    {
        using var folder = new TemporaryFolder();
        for (var run = 0; run < 3; run++)
        {
            using var log = new RefusalLog(folder["refusals.jsonl"]);
            log.Add(new("पृष्ठ.txt", 3, "No text.", "<आधा\npage>"));
            log.Add(new("पृष्ठ.txt", 4, "No text."));
        }

        var lines = File.ReadAllLines(folder["refusals.jsonl"]);
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"file\":\"पृष्ठ.txt\",\"line\":3,\"reason\":\"No text.\",\"source\":\"<आधा\\npage>\"", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_cut_short_by_a_crash_does_not_stop_the_next_run()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["refusals.jsonl"], "{\"time\":\"2021-04-0");
        using (var log = new RefusalLog(folder["refusals.jsonl"]))
            log.Add(new("a", null, "b"));

        Assert.Equal(2, File.ReadAllLines(folder["refusals.jsonl"]).Length);
    }

    [Fact]
    public void The_file_does_not_grow_without_bound()
    {
        using var folder = new TemporaryFolder();
        var source = new string('x', 60_000);
        using (var log = new RefusalLog(folder["refusals.jsonl"], mostBytes: 1 << 20))
        {
            for (var line = 0; line < 100; line++)
                log.Add(new("big.jsonl", line, "Not an article.", source));
        }

        Assert.InRange(new FileInfo(folder["refusals.jsonl"]).Length, 1, (1 << 20) + 70_000);
        Assert.InRange(new FileInfo(folder["refusals.1.jsonl"]).Length, 1, (1 << 20) + 70_000);
        Assert.Contains("\"line\":99", File.ReadLines(folder["refusals.jsonl"]).Last(), StringComparison.Ordinal);
    }
}
