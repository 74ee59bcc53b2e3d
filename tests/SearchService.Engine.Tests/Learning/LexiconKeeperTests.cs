using System.Diagnostics;
using SearchService.Articles;
using SearchService.Engine.Learning;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Engine.Storage;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Learning;

public sealed class LexiconKeeperTests : IDisposable
{
    private static readonly string[] English = ["qualtem", "vexnor", "plimsag", "drozzle", "kembrit", "snorvak", "yuptole"];
    private static readonly string[] Hindi = ["रगोड़", "मुतपल", "टेकवाद", "फुगनी", "ठिलास", "बेदुन", "गहिम"];

    private readonly TemporaryFolder _folder = new();

    private string Learnt => new ArchivePaths(_folder.Path).Learnt;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void After_a_run_an_English_word_finds_the_Hindi_article_and_the_response_says_why()
    {
        using var archive = _folder.Open();
        archive.Take(Teaching(60));
        archive.Put(Asked);
        archive.Refresh();

        var response = Search(archive, "zyxword");
        Assert.Contains(response.Hits, hit => hit.Id == "asked");
        Assert.Contains(response.Query.Interpretations[0].Forms, form => form is { Text: "झूकसब", Reason: "translation", Source: "learnt", Evidence: >= 5 });
        Assert.Contains(response.Hits.Single(hit => hit.Id == "asked").Highlights, mark => mark.Html.Contains("<mark>झूकसब</mark>", StringComparison.Ordinal));
        Assert.Contains(archive.Lexicon(["zyxword"]), entry => entry is { Hindi: "झूकसब", Source: "learnt" });
        Assert.Contains(archive.Lexicon(["झूकसब"], learntOnly: true), entry => entry.English == "zyxword");
        Assert.Single(archive.Lexicon(["zyxword", "झूकसब"], learntOnly: true), entry => entry.English == "zyxword");
        Assert.All(archive.Lexicon([], learntOnly: true), entry => Assert.Equal("learnt", entry.Source));
    }

    [Fact]
    public void A_Hindi_word_finds_the_English_of_a_web_title()
    {
        using var archive = _folder.Open();
        archive.Take(Teaching(60));
        archive.Put(Asked with { Id = "english", Headline = "खबर", Body = "और कुछ", WebTitle = "zyxword again" });
        archive.Refresh();

        Assert.Contains(Search(archive, "झूकसब").Hits, hit => hit.Id == "english");
    }

    [Fact]
    public void What_was_learnt_is_there_when_the_archive_is_opened_again_even_only_to_look()
    {
        Teach();
        var written = File.GetLastWriteTimeUtc(Learnt);

        using (var reader = Archive.Open(_folder.Options with { ReadOnly = true }))
            Assert.NotEmpty(reader.Lexicon(["zyxword"]));
        using (var writer = _folder.Open())
            Assert.NotEmpty(writer.Lexicon(["zyxword"]));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Learnt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("learnt\t1\tnonsense")]
    [InlineData(null)]
    public void A_missing_or_damaged_file_is_made_anew_from_the_store(string? content)
    {
        Teach();
        if (content is null)
            File.Delete(Learnt);
        else
            File.WriteAllText(Learnt, content);

        using (var reader = Archive.Open(_folder.Options with { ReadOnly = true }))
            Assert.Empty(reader.Lexicon(["zyxword"]));
        using var archive = _folder.Open();
        Until(() => archive.Lexicon(["zyxword"]).Count > 0 && LearntFile.Read(Learnt) is not null);
    }

    [Fact]
    public void A_file_of_another_store_is_made_anew()
    {
        Teach();
        LearntFile.Write(Learnt, LearntFile.Read(Learnt)! with { Store = "another" });

        using var archive = _folder.Open();
        Until(() => archive.Lexicon(["zyxword"]).Count > 0);
    }

    [Fact]
    public void Articles_put_one_by_one_are_learnt_from_in_the_background()
    {
        using var archive = _folder.Open();
        foreach (var outcome in Teaching(60))
            archive.Put(outcome.Article!);

        Until(() => archive.Lexicon(["zyxword"]).Count > 0);
    }

    [Fact]
    public void What_was_removed_is_not_learnt_from_again()
    {
        using var archive = _folder.Open();
        archive.Take(Teaching(60));
        Assert.NotEmpty(archive.Lexicon(["zyxword"]));
        for (var number = 0; number < 60; number++)
            archive.Delete($"t{number}");

        Until(() => archive.Lexicon(["zyxword"]).Count == 0);
    }

    [Fact]
    public void A_rebuild_learns_anew()
    {
        Teach();
        using var archive = _folder.Open();
        File.Delete(Learnt);
        archive.Rebuild(null, TestContext.Current.CancellationToken);

        Assert.NotNull(LearntFile.Read(Learnt));
        Assert.NotEmpty(archive.Lexicon(["zyxword"]));
    }

    [Fact]
    public void A_reader_that_refreshes_sees_what_another_has_learnt()
    {
        using var writer = _folder.Open();
        writer.Take(SomeArticles.Many(2));
        using var reader = Archive.Open(_folder.Options with { ReadOnly = true });
        Assert.Empty(reader.Lexicon(["zyxword"]));
        writer.Take(Teaching(60));
        reader.Refresh();

        Assert.NotEmpty(reader.Lexicon(["zyxword"]));
    }

    [Fact]
    public void Searching_and_closing_wait_for_no_run()
    {
        using var archive = _folder.Open();
        foreach (var outcome in Teaching(60))
            archive.Put(outcome.Article!);
        var start = Stopwatch.GetTimestamp();
        for (var round = 0; round < 20; round++)
            Search(archive, "zyxword");
        archive.Dispose();

        // Twenty searches and a close; a run alone settles for half a second first.
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 5);
    }

    private static Article Asked => new() { Id = "asked", Headline = "झूकसब पर सवाल", Body = "यहां केवल हिंदी है।" };

    private void Teach()
    {
        using var archive = _folder.Open();
        archive.Take(Teaching(60));
    }

    private static IEnumerable<ReadOutcome> Teaching(int count)
    {
        for (var number = 0; number < count; number++)
        {
            var (one, other) = (number % English.Length, number / English.Length % English.Length);
            var asked = number % 4 == 0;
            yield return ReadOutcome.Of(new Article
            {
                Id = $"t{number}",
                WebTitle = $"{English[one]} {(asked ? "zyxword " : "")}{English[other]} {number}",
                Headline = $"{Hindi[other]} {Hindi[one]}{(asked ? " झूकसब" : "")} {number}",
                Body = $"खबर {number}",
            });
        }
    }

    private static SearchResponse Search(Archive archive, string query)
    {
        Assert.True(SearchRequest.TryCreate(new() { Q = query, PageSize = "100" }, out var request, out _));
        return archive.Search(request, TestContext.Current.CancellationToken);
    }

    private static void Until(Func<bool> holds)
    {
        var start = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30), "It did not come to pass.");
            Thread.Sleep(20);
        }
    }
}
