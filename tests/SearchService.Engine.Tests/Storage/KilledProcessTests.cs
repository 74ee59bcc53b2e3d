using System.Globalization;
using Xunit;

namespace SearchService.Engine.Tests.Storage;

public sealed class KilledProcessTests
{
    private static readonly int Kills = Setting("SEARCHSERVICE_KILLS", 5);
    private static readonly int Articles = Setting("SEARCHSERVICE_KILL_ARTICLES", 10_000);

    [Fact]
    public void What_was_acknowledged_survives_kills_at_any_moment_and_is_there_once()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(11);

        // The least version of each article that has been acknowledged; removed ones have none.
        var kept = new Dictionary<int, int>();
        var killed = 0;
        for (var version = 1; killed < Kills && version < Kills * 10; version++)
        {
            using var child = new IndexingChild(folder.Path, version * 2, Articles);
            using var alarm = new Timer(_ => child.Kill(), null, 500 + random.Next(2_000), Timeout.Infinite);
            foreach (var (acknowledged, first, count) in child.Acknowledged())
            {
                if (count == 0)
                    kept.Remove(first);
                for (var number = first; number < first + count; number++)
                    kept[number] = acknowledged;
            }

            if (child.ExitCode != 0)
                killed++;
            Check(folder, kept);
        }

        Assert.Equal(Kills, killed);
        using (var last = new IndexingChild(folder.Path, 1_000, Articles))
            Assert.Equal(Articles / 250 * 3, last.Acknowledged().Count());
        using var archive = folder.Open();
        Assert.Equal(Articles - (Articles / 250), archive.Status.Articles);
        Assert.Empty(archive.Problems());
    }

    private static void Check(TemporaryFolder folder, Dictionary<int, int> kept)
    {
        using var archive = folder.Open();
        Assert.Empty(archive.Problems());
        foreach (var (number, version) in kept)
        {
            // A change that was made and not yet acknowledged when the process died may be there too: a later version, or a removal.
            var article = archive.Find($"a{number}");
            if (article is null)
                Assert.Equal(1, number % 250);
            else
                Assert.True(VersionOf(article.WebTitle) >= VersionOf(IndexingChild.Article(number, version).WebTitle), $"a{number}: {article.WebTitle}, acknowledged {version}");
        }
    }

    private static int VersionOf(string title) => int.Parse(title.Split(' ')[1], CultureInfo.InvariantCulture);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
