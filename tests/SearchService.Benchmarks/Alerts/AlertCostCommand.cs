using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SearchService.Articles;
using SearchService.Engine;
using SearchService.Engine.Alerts;
using SearchService.Engine.Indexing;
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
        var command = new Command("alert-cost", "Times indexing, and matching what was indexed, with 0, 100 and 10,000 saved searches, interleaved.") { Archive, Corpus, Queries, Articles, Rounds };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(Archive), parsed.GetRequiredValue(Corpus), parsed.GetRequiredValue(Queries), parsed.GetValue(Articles), parsed.GetValue(Rounds)));
        return command;
    }

    private static void Run(string folder, string corpus, string queries, int count, int rounds)
    {
        // Without the thread that matches beside all else: indexing and matching are timed each by itself.
        using var archive = IndexedStore.Open(new ArchiveOptions { Folder = folder }, null);
        var alerts = new AlertStore(archive.Store);
        using var matcher = new AlertMatcher(archive, alerts, TimeSpan.FromSeconds(1));
        var searches = Searches(queries);
        using var articles = ArticlePaths.ReadAll([corpus], PageFormat.JsonLines).Where(outcome => outcome.Article is not null).GetEnumerator();
        Console.WriteLine("searches\tarticles\tindexing, us/article\tmatching, us/article\tnew matches\tof one article: indexing, ms\tmatching, ms");
        for (var round = 0; round < rounds; round++)
        {
            foreach (var number in Numbers)
            {
                Save(alerts, searches, number);
                matcher.Changed(start: false);
                matcher.CatchUp(null, CancellationToken.None);
                var run = Enumerable.Range(0, count).Select(_ => Next(articles)).ToList();
                var report = archive.Index(run, null, CancellationToken.None);
                var start = Stopwatch.GetTimestamp();
                var matches = matcher.CatchUp(null, CancellationToken.None);
                var matching = Stopwatch.GetElapsedTime(start);
                var one = OneByOne(archive, matcher, articles);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{number}\t{count}\t{report.Seconds * 1e6 / count:0.0}\t{matching.TotalMicroseconds / count:0.0}\t{matches}\t{one.Indexing:0.0}\t{one.Matching:0.0}"));
            }
        }
    }

    /// <summary>An article put and made visible, then matched; the mean of ten.</summary>
    private static (double Indexing, double Matching) OneByOne(IndexedStore archive, AlertMatcher matcher, IEnumerator<ReadOutcome> articles)
    {
        const int times = 10;
        var (indexing, matching) = (0.0, 0.0);
        for (var time = 0; time < times; time++)
        {
            var article = Next(articles).Article!;
            var start = Stopwatch.GetTimestamp();
            archive.Put(article);
            archive.Refresh();
            indexing += Stopwatch.GetElapsedTime(start).TotalMilliseconds / times;
            start = Stopwatch.GetTimestamp();
            matcher.CatchUp(null, CancellationToken.None);
            matching += Stopwatch.GetElapsedTime(start).TotalMilliseconds / times;
        }

        return (indexing, matching);
    }

    private static void Save(AlertStore alerts, List<string> searches, int number)
    {
        foreach (var known in alerts.List())
            alerts.Remove(known.Id);
        for (var at = 0; at < number; at++)
        {
            var search = new SavedSearch { Id = $"cost-{at}", Title = "", Language = "hi", Asked = new SearchParameters { Q = searches[at] }, CreatedAt = DateTimeOffset.UtcNow, Generation = 0 };
            if (alerts.Add(search, SavedSearches.Most) is null)
                throw new InvalidOperationException("There is no room for the searches.");
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
