using System.Text;

namespace SearchService.Articles.Tests;

public sealed class ArticlePathsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("articles-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Folders_are_read_to_the_bottom_in_ordinal_order_without_hidden_files()
    {
        foreach (var name in new[] { "b.txt", "a/z.txt", "a/y.jsonl", "B.txt", ".hidden/x.txt", "a/.x.txt" }) Write(name, "{\"headline\":\"" + name + "\"}");
        Assert.Equal(["B.txt", "a/y.jsonl", "a/z.txt", "b.txt"], Headlines(_folder));
    }

    [Fact]
    public void Patterns_are_expanded_and_one_without_match_is_refused()
    {
        foreach (var name in new[] { "1.txt", "2.txt", "3.html", "deep/er/4.txt" }) Write(name, "{\"headline\":\"" + name + "\"}");
        Assert.Equal(["1.txt", "2.txt"], Headlines(At("*.txt")));
        Assert.Equal(["1.txt", "2.txt", "deep/er/4.txt"], Headlines(At("**/*.txt")));
        Assert.Equal(["3.html"], Headlines(At("?.html")));
        Assert.Equal(["deep/er/4.txt"], Headlines(At("d*/er")));
        Assert.Contains("matches", Assert.Single(ArticlePaths.ReadAll([At("*.pdf")])).Failure!.Reason);
    }

    [Fact]
    public void Paths_that_cannot_be_read_are_refused_and_the_run_goes_on()
    {
        Write("good.txt", "{\"headline\":\"good\"}");
        File.CreateSymbolicLink(At("dangling.txt"), At("nowhere.txt"));
        File.CreateSymbolicLink(At("self.txt"), At("self.txt"));
        Directory.CreateSymbolicLink(At("loop"), _folder);
        var outcomes = ArticlePaths.ReadAll([At("missing.txt"), "", _folder]).ToList();
        Assert.Equal("good", Assert.Single(outcomes, outcome => outcome.Article is not null).Article!.Headline);
        var failures = outcomes.Where(outcome => outcome.Failure is not null).ToDictionary(outcome => Path.GetFileName(outcome.Failure!.File), outcome => outcome.Failure!.Reason);
        Assert.Equal(["", "dangling.txt", "loop", "missing.txt", "self.txt"], failures.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("leads nowhere", failures["dangling.txt"]);
        Assert.Contains("leads back", failures["loop"]);
        Assert.Contains("No such file", failures["missing.txt"]);
    }

    [Fact]
    public void A_link_to_a_folder_elsewhere_is_followed()
    {
        Write("data/1.txt", "{\"headline\":\"one\"}");
        Directory.CreateDirectory(At("in"));
        Directory.CreateSymbolicLink(At("in/link"), At("data"));
        Assert.Equal(["one"], Headlines(At("in")));
    }

    [Fact]
    public void An_unreadable_file_and_folder_are_refused()
    {
        if (Environment.IsPrivilegedProcess) Assert.Skip("Nothing is unreadable to this user.");
        if (OperatingSystem.IsWindows()) return;
        Write("closed.txt", "x");
        Write("closed/1.txt", "x");
        File.SetUnixFileMode(At("closed.txt"), UnixFileMode.None);
        File.SetUnixFileMode(At("closed"), UnixFileMode.None);
        var outcomes = ArticlePaths.ReadAll([_folder]).ToList();
        File.SetUnixFileMode(At("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(["closed", "closed.txt"], outcomes.Select(outcome => Path.GetFileName(outcome.Failure!.File)));
    }

    [Fact]
    public void Standard_input_is_read_by_its_content()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("{\"headline\":\"एक\"}\n{\"headline\":\"दो\"}\n"));
        Assert.Equal(["एक", "दो"], ArticlePaths.ReadAll(["-"], standardInput: input).Select(outcome => outcome.Article!.Headline));
    }

    [Fact]
    public void Progress_ends_at_the_measured_size()
    {
        Write("1.txt", "शीर्षक\n\nपाठ।");
        Write("a/2.jsonl", "{\"headline\":\"दो\"}\n");
        Write("a/empty.jsonl", "");
        var measured = ArticlePaths.Measure([_folder, "-", At("missing")]);
        var last = 0L;
        Assert.Equal(2, ArticlePaths.ReadAll([_folder], bytesRead: new Last(value => last = value)).Count());
        Assert.Equal((4, last), measured);
    }

    [Fact]
    public void Files_are_opened_only_when_they_are_asked_for()
    {
        Write("1.txt", "{\"headline\":\"1\"}");
        Write("2.txt", "{\"headline\":\"2\"}");
        using var outcomes = ArticlePaths.ReadAll([_folder]).GetEnumerator();
        Assert.True(outcomes.MoveNext());
        File.WriteAllText(At("2.txt"), "{\"headline\":\"changed\"}");
        Assert.True(outcomes.MoveNext());
        Assert.Equal("changed", outcomes.Current.Article!.Headline);
    }

    private static List<string> Headlines(string path) => [.. ArticlePaths.ReadAll([path]).Select(outcome => outcome.Article?.Headline ?? outcome.Failure!.Reason)];

    private string At(string name) => Path.Combine(_folder, name);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    private sealed class Last(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
