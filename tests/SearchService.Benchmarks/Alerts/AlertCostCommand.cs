using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SearchService.Articles;
using SearchService.Engine;
using SearchService.Engine.Querying;

namespace SearchService.Benchmarks.Alerts;

/// <summary><c>alert-cost</c>: what saved searches add to indexing, for each article, in bulk and one by one. The archive is changed: give it a copy.</summary>
internal static class AlertCostCommand
{
    private static readonly int[] Numbers = [0, 100, 10_000];

    private static readonly Option<string> Archive = new("--archive") { Description = "The archive's folder; it is changed.", Required = true };
    private static readonly Option<string> Corpus = new("--corpus") { Description = "JSON lines of articles; each is added under a new id.", Required = true };
    private static readonly Option<string> Queries = new("--queries") { Description = "Lines class<TAB>query, of whose words the saved searches are made.", Required = true };
    private static readonly Option<int> Articles = new("--articles") { Description = "Articles of each run.", DefaultValueFactory = _ => 5_000 };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Rounds over the numbers of saved searches.", DefaultValueFactory = _ => 3 };

    public static Command Create()
    {
        var command = new Command("alert-cost", "Times indexing with 0, 100 and 10,000 saved searches, interleaved.") { Archive, Corpus, Queries, Articles, Rounds };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(Archive), parsed.GetRequiredValue(Corpus), parsed.GetRequiredValue(Queries), parsed.GetValue(Articles), parsed.GetValue(Rounds)));
        return command;
    }

    private static void Run(string folder, string corpus, string queries, int count, int rounds)
    {
        using var archive = SearchService.Engine.Archive.Open(new ArchiveOptions { Folder = folder });
        var searches = Searches(queries);
        using var articles = ArticlePaths.ReadAll([corpus], PageFormat.JsonLines).Where(outcome => outcome.Article is not null).GetEnumerator();
        Console.WriteLine("searches\tbulk articles\tus/article\tafter the run us/article\tmatches\tone article: ms until matched\tCPU ms");
        for (var round = 0; round < rounds; round++)
        {
            foreach (var number in Numbers)
            {
                Save(archive, searches, number);
                var run = Enumerable.Range(0, count).Select(_ => Next(articles)).ToList();
                var start = Stopwatch.GetTimestamp();
                var report = archive.Index(run);
                var bulk = Stopwatch.GetElapsedTime(start);
                var matches = archive.SavedSearches.List().Sum(search => archive.SavedSearches.Sum(search).Count);
                var (wall, cpu) = OneByOne(archive, articles);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{number}\t{count}\t{bulk.TotalMicroseconds / count:0.0}\t{(bulk.TotalSeconds - report.Seconds) * 1e6 / count:0.0}\t{matches}\t{wall:0.0}\t{cpu:0.0}"));
            }
        }
    }

    /// <summary>An article put, made visible and matched; the mean of ten.</summary>
    private static (double Wall, double Cpu) OneByOne(Archive archive, IEnumerator<ReadOutcome> articles)
    {
        const int times = 10;
        archive.SavedSearches.CatchUp();
        var (wall, cpu) = (0.0, 0.0);
        for (var time = 0; time < times; time++)
        {
            archive.Put(Next(articles).Article!);
            archive.Refresh();
            var (start, before) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            archive.SavedSearches.CatchUp();
            wall += Stopwatch.GetElapsedTime(start).TotalMilliseconds / times;
            cpu += (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / times;
        }

        return (wall, cpu);
    }

    private static void Save(Archive archive, List<string> searches, int number)
    {
        foreach (var known in archive.SavedSearches.List())
            archive.SavedSearches.Remove(known.Id);
        foreach (var query in searches.Take(number))
        {
            if (!archive.SavedSearches.TryAdd(null, null, new SearchParameters { Q = query }, out _, out var problem))
                throw new InvalidOperationException(problem.Detail);
        }
    }

    /// <summary>A phrase, or words that must all be there: what somebody follows is narrow.</summary>
    private static List<string> Searches(string file)
    {
        var asked = File.ReadLines(file).Select(line => line.Split('\t')).Where(line => line.Length == 2).ToList();
        var phrases = asked.Where(line => line[0].StartsWith("phrase", StringComparison.Ordinal)).Select(line => line[1]).Distinct().ToList();
        var words = asked.SelectMany(line => line[1].Split(' ')).Distinct().ToList();
        var random = new Random(1);
        return [.. Enumerable.Range(0, Numbers[^1]).Select(number => number % 4 == 0 && phrases.Count > 0
            ? $"\"{phrases[random.Next(phrases.Count)]}\" AND {Word()}"
            : $"\"{Word()} {Word()}\" OR ({Word()} AND {Word()} AND {Word()})")];

        string Word() => words[random.Next(words.Count)];
    }

    private static ReadOutcome Next(IEnumerator<ReadOutcome> articles)
    {
        if (!articles.MoveNext())
            throw new InvalidOperationException("The corpus has too few articles.");
        return ReadOutcome.Of(articles.Current.Article! with { Id = $"alert-cost-{Guid.NewGuid():N}" });
    }
}
