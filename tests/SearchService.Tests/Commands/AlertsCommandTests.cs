using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Commands;

public sealed class AlertsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_search_is_added_matched_by_the_next_run_of_indexing_listed_and_removed()
    {
        await IndexAsync("old.jsonl", """{"id":"old","headline":"लावरोव पहले"}""");
        var added = await RunAsync("alerts", "add", "lavrov", "--title", "लावरोव", "--json");
        var id = added.Json.GetProperty("id").GetString()!;
        await IndexAsync("new.jsonl", """{"id":"new","headline":"लावरोव दिल्ली में"}""" + "\n" + """{"id":"other","headline":"मौसम"}""");
        await IndexAsync("stock.jsonl", """{"id":"stock","headline":"लावरोव 1998 में"}""", "--no-alerts");

        var listed = Assert.Single((await RunAsync("alerts", "list", "--json")).Json.EnumerateArray());
        Assert.Equal((id, 1), (listed.GetProperty("search").GetProperty("id").GetString(), listed.GetProperty("articles").GetInt32()));
        Assert.Contains("लावरोव", (await RunAsync("alerts", "list")).Out, StringComparison.Ordinal);
        var matches = (await RunAsync("alerts", "matches", id, "--json")).Json;
        Assert.Equal("new", Assert.Single(matches.GetProperty("matches").EnumerateArray()).GetProperty("article").GetProperty("id").GetString());
        Assert.Contains("new  लावरोव दिल्ली में", (await RunAsync("alerts", "matches", id)).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("alerts", "run", "--json")).Json.GetProperty("found").GetInt32());

        Assert.Equal(0, (await RunAsync("alerts", "remove", id)).ExitCode);
        Assert.Empty((await RunAsync("alerts", "list", "--json")).Json.EnumerateArray());
    }

    [Fact]
    public async Task Bad_queries_are_refused_with_their_place_and_unknown_ids_named()
    {
        await IndexAsync("a.jsonl", """{"id":"a","headline":"लेख"}""");

        var refused = await RunAsync("alerts", "add", "रूस \"लावरोव");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("^", refused.Error, StringComparison.Ordinal);
        foreach (var command in (string[])["matches", "remove"])
        {
            var unknown = await RunAsync("alerts", command, "0123456789ab");
            Assert.Equal(2, unknown.ExitCode);
            Assert.Contains("0123456789ab", unknown.Error, StringComparison.Ordinal);
        }

        var usage = await RunAsync("alerts", "matches");
        Assert.Equal(2, usage.ExitCode);
        Assert.Contains("'SearchService alerts matches --help'", usage.Error, StringComparison.Ordinal);
    }

    private Task<CommandResult> RunAsync(params string[] args) => CommandResult.RunAsync([.. args, "--archive", Path.Combine(_folder.Path, "archive")]);

    private async Task IndexAsync(string name, string lines, params string[] options)
    {
        var run = await RunAsync(["index", _folder.Write(name, lines + "\n"), .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
    }
}
