using System.Buffers;
using System.Text;
using FsCheck.Fluent;
using SearchService.Articles;
using SearchService.Engine.Exporting;
using SearchService.Engine.Querying;
using SearchService.Engine.Tests.Citing;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Exporting;

public class ArticleExportTests
{
    private static readonly string[] Words = ["रूस", "चीन", "जापान", "नेपाल"];

    [Fact]
    public void An_export_has_the_hits_of_all_pages_in_their_order()
    {
        var random = new Random(5);
        using var archive = new TestArchive([.. Enumerable.Range(0, 90).Select(i => new Article
        {
            Id = $"a{i}",
            Headline = Text(random, 3),
            Body = Text(random, 12) + " पाठ",
            Category = i % 2 == 0 ? "विश्व" : "खेल",
            PublishedAt = i % 9 == 0 ? null : new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(i % 20),
        })]);

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var choose = new Random(seed);
            var parameters = new SearchParameters
            {
                Q = Text(choose, 3),
                Sort = choose.Next(3) switch { 0 => "newest", 1 => "oldest", _ => null },
                Category = choose.Next(3) == 0 ? ["खेल"] : [],
                From = choose.Next(4) == 0 ? "2020-01-05" : null,
            };
            var paged = Paged(archive, parameters);
            Assert.True(SearchRequest.TryCreate(parameters, out var request, out _));
            // Windows of a few articles have the same seams as those of thousands.
            using var export = archive.Archive.Export(request, choose.Next(1, 40));
            var exported = export.Articles().Select(article => article.Id).ToArray();
            return (export.Total == paged.Count && exported.SequenceEqual(paged)).Label($"{parameters}");
        }).QuickCheckThrowOnFailureWith(150);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("bibtex")]
    [InlineData("ris")]
    public void Every_format_has_one_entry_for_every_hit(string format)
    {
        using var archive = new TestArchive([.. Enumerable.Range(0, 25).Select(i => SomeArticles.One(i))]);
        var ids = archive.Ids("समाचार");

        var text = Written(archive, "समाचार", ExportFormat.Find(format)!);

        var read = format switch
        {
            "csv" => CsvReader.Read(text).Skip(1).Select(row => row[0]),
            "jsonl" => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => ArticleReader.ReadLine(Encoding.UTF8.GetBytes(line), "x", 1).Article!.Id),
            "bibtex" => text.Split("\n}\n", StringSplitOptions.RemoveEmptyEntries).Select(entry => BibTexReader.Read(entry + "\n}\n").Key),
            _ => text.Split("\r\n").Where(line => line.StartsWith("AN  - ", StringComparison.Ordinal)).Select(line => line[6..]),
        };
        Assert.Equal(25, ids.Length);
        Assert.Equal(ids, read);
    }

    [Fact]
    public void Lines_of_JSON_are_the_articles_as_they_were()
    {
        var article = SomeArticles.One(1) with { Tags = ["एक", "दो"], Disclaimer = "<b>\u2028" };
        using var archive = new TestArchive(article);

        var line = Written(archive, "", ExportFormat.JsonLines);

        Assert.EndsWith("\n", line, StringComparison.Ordinal);
        Assert.Equal(ArticleJson.Serialize(article), Encoding.UTF8.GetBytes(line[..^1]));
    }

    [Fact]
    public void What_is_added_changed_and_removed_meanwhile_is_told_as_documented()
    {
        using var archive = new TestArchive([.. Enumerable.Range(0, 5).Select(i => SomeArticles.One(i))]);
        Assert.True(SearchRequest.TryCreate(new() { Q = "समाचार", Sort = "oldest" }, out var request, out _));

        using var export = archive.Archive.Export(request, TestContext.Current.CancellationToken);
        archive.Add(SomeArticles.One(9), SomeArticles.One(1) with { Headline = "समाचार बदला" });
        archive.Archive.Delete("a3");
        archive.Archive.Refresh();

        Assert.Equal(["समाचार 0", "समाचार बदला", "समाचार 2", "समाचार 4"], export.Articles().Select(article => article.Headline));
        Assert.Equal((5, 5), (export.Total, export.Generation));
    }

    [Fact]
    public void A_misspelt_query_is_exported_as_it_is_answered()
    {
        using var archive = new TestArchive([.. Enumerable.Range(0, 30).Select(i => SomeArticles.One(i) with { Headline = "मौसम" })]);
        var answered = archive.Search("मोसम");
        Assert.Contains(answered.Warnings, warning => warning.Code == "corrected");

        Assert.True(SearchRequest.TryCreate(new() { Q = "मोसम" }, out var request, out _));
        using var export = archive.Archive.Export(request, TestContext.Current.CancellationToken);

        Assert.Equal(answered.Warnings, export.Warnings);
        Assert.Equal(answered.Total.Value, export.Articles().Count());
    }

    [Fact]
    public void An_export_stops_when_it_is_told_to()
    {
        using var archive = new TestArchive([.. Enumerable.Range(0, 20).Select(i => SomeArticles.One(i))]);
        Assert.True(SearchRequest.TryCreate(new(), out var request, out _));
        using var stop = new CancellationTokenSource();
        using var export = archive.Archive.Export(request, stop.Token);

        var seen = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var _ in export.Articles())
            {
                if (++seen == 7)
                    stop.Cancel();
            }
        });
        Assert.Equal(7, seen);
    }

    private static string Written(TestArchive archive, string query, ExportFormat format)
    {
        Assert.True(SearchRequest.TryCreate(new() { Q = query }, out var request, out _));
        var bytes = new ArrayBufferWriter<byte>();
        var writer = format.Writer();
        writer.Begin(bytes);
        using var export = archive.Archive.Export(request, TestContext.Current.CancellationToken);
        foreach (var article in export.Articles())
            writer.Write(article, bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static List<string> Paged(TestArchive archive, SearchParameters parameters)
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = archive.Search(parameters.Q!, _ => parameters with { PageSize = "13", Cursor = cursor });
            ids.AddRange(page.Hits.Select(hit => hit.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return ids;
    }

    private static string Text(Random random, int most) => string.Join(' ', Enumerable.Range(0, random.Next(most + 1)).Select(_ => Words[random.Next(Words.Length)]));
}
