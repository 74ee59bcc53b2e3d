using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using SearchService.Articles;

namespace SearchService.Engine.Tests.Storage;

/// <summary>
/// A process that changes an archive until it is killed: this test program, started again with a variable set. Each line it prints
/// acknowledges a change: <c>VERSION FIRST COUNT</c> for articles indexed, <c>VERSION FIRST 0</c> for one removed.
/// </summary>
internal sealed class IndexingChild : IDisposable
{
    private const string Variable = "ARCHIVE_INDEXING_CHILD";
    private const int Run = 250;

    private readonly Process _process;

    public IndexingChild(string folder, int version, int articles)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            start.ArgumentList.Add(typeof(IndexingChild).Assembly.Location);
        start.Environment[Variable] = string.Create(CultureInfo.InvariantCulture, $"{version} {articles} {folder}");
        _process = Process.Start(start)!;
    }

    /// <summary>The lines printed, as they come; ends when the process does.</summary>
    public IEnumerable<(int Version, int First, int Count)> Acknowledged()
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            // Only a whole line was acknowledged.
            if (line.Split(' ') is [var version, var first, var count, "."])
                yield return (Number(version), Number(first), Number(count));
        }

        _process.WaitForExit();
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }
    }

    public int ExitCode => _process.ExitCode;

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    /// <summary>The article of a number as a version has it.</summary>
    public static Article Article(int number, int version) => SomeArticles.One(number) with { WebTitle = $"version {(number % 3 == 0 ? version : 0)} of {number}" };

    [ModuleInitializer]
    internal static void RunAsChild()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split(' ', 3) is not [var version, var articles, var folder])
            return;
        Change(folder, Number(version), Number(articles));
        Environment.Exit(0);
    }

    private static void Change(string folder, int version, int articles)
    {
        using var archive = Archive.Open(new() { Folder = folder, IndexBufferMegabytes = 4 });
        for (var first = 0; first < articles; first += Run)
        {
            archive.Index(Enumerable.Range(first, Run).Select(number => ReadOutcome.Of(Article(number, version))));
            Console.WriteLine($"{version} {first} {Run} .");
            archive.Delete($"a{first + 1}");
            Console.WriteLine($"{version} {first + 1} 0 .");
            archive.Put(Article(first + 2, version + 1));
            Console.WriteLine($"{version + 1} {first + 2} 1 .");
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
