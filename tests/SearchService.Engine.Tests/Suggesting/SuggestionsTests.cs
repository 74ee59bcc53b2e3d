using SearchService.Articles;
using SearchService.Engine.Querying;
using SearchService.Engine.Suggesting;
using Xunit;

namespace SearchService.Engine.Tests.Suggesting;

/// <summary>Completions follow the archive: what is added, replaced, removed; opened again; small and large.</summary>
public class SuggestionsTests
{
    private static readonly Article[] Talks =
    [
        new() { Id = "a", Headline = "विदेश मंत्री लावरोव पहुंचे", WebTitle = "Russian FM Lavrov arrives", Body = "मॉस्को से विमान आया।" },
        new() { Id = "b", Headline = "विदेश मंत्री लावरोव की बातचीत", WebTitle = "Lavrov holds talks", Body = "मॉस्को से विमान आया।" },
        new() { Id = "c", Headline = "जयशंकर लावरोव से मिले", WebTitle = "Jaishankar meets Lavrov of Russia", Body = "बातचीत हुई।" },
    ];

    [Fact]
    public void Articles_are_counted_as_they_come_change_and_go()
    {
        using var archive = new TestArchive(Talks);
        Assert.Equal(("लावरोव", 3), First(archive, "लाव"));

        archive.Archive.Delete("a");
        archive.Archive.Refresh();
        Assert.Equal(("लावरोव", 2), First(archive, "लाव"));

        archive.Add(Talks[1] with { Headline = "जर्मनी की बातचीत", WebTitle = "Germany talks" });
        Assert.Equal(("लावरोव", 1), First(archive, "लाव"));
        Assert.Equal(("जर्मनी", 1), First(archive, "जर्म"));

        archive.Archive.Delete("c");
        archive.Archive.Refresh();
        Assert.Empty(Suggest(archive.Archive, "लाव"));
    }

    [Fact]
    public void Latin_words_are_shown_with_the_capitals_of_the_titles()
    {
        using var archive = new TestArchive(Talks);
        Assert.Equal(["Lavrov", "लावरोव"], Texts(archive, "lavr"));
        Assert.Contains("FM", Texts(archive, "f"));
        Assert.Contains("talks", Texts(archive, "tal"));
    }

    [Fact]
    public void Phrases_reach_neither_over_gaps_nor_from_headline_to_title()
    {
        using var archive = new TestArchive(
            new Article { Id = "a", Headline = "नई सड़क", WebTitle = "bridge opens" }, new Article { Id = "b", Headline = "नई सड़क", WebTitle = "bridge opens" });
        Assert.Equal(["सड़क"], Texts(archive, "सड़"));
        Assert.Contains("नई सड़क", Texts(archive, "नई"));
        Assert.Contains("bridge opens", Texts(archive, "bri"));
    }

    [Fact]
    public void Compounds_do_not_hide_the_phrases_they_stand_in()
    {
        using var archive = new TestArchive(
            new Article { Id = "a", Headline = "भारत-रूस शिखर सम्मेलन शुरू" }, new Article { Id = "b", Headline = "भारत-रूस शिखर सम्मेलन संपन्न" });
        Assert.Contains("रूस शिखर सम्मेलन", Texts(archive, "रू"));
        Assert.Contains("शिखर सम्मेलन", Texts(archive, "शिख"));
    }

    [Fact]
    public void A_reopened_archive_completes_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("searchservice-");
        try
        {
            using (var archive = Archive.Open(new() { Folder = folder.FullName }))
            {
                foreach (var article in Talks)
                    archive.Put(article);
            }

            using var again = Archive.Open(new() { Folder = folder.FullName, ReadOnly = true });
            Assert.Contains(Suggest(again, "विदेश मं"), one => one is { Text: "विदेश मंत्री", Articles: 2, Reason: "prefix" });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_large_archive_knows_words_at_once_and_phrases_once_they_are_counted()
    {
        using var archive = new TestArchive();
        archive.Archive.Index(Enumerable.Range(0, 1_200).Select(number =>
            ReadOutcome.Of(new Article { Id = $"{number}", Headline = $"विदेश मंत्री का बयान {number}" })), cancellation: TestContext.Current.CancellationToken);

        Assert.Contains(Suggest(archive.Archive, "विद"), one => one.Text == "विदेश");
        archive.Archive.PrepareSuggestions();
        Assert.Contains(Suggest(archive.Archive, "विद"), one => one is { Text: "विदेश मंत्री", Articles: 1_200 });
    }

    [Fact]
    public async Task Many_may_ask_while_articles_come_and_go()
    {
        using var archive = new TestArchive(Talks);
        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var round = 0; round < 100; round++)
                Assert.NotEmpty(Suggest(archive.Archive, round % 2 == 0 ? "लाव" : "vide"));
        })).ToArray();
        for (var number = 0; number < 30; number++)
        {
            archive.Add(new Article { Id = $"n{number}", Headline = $"लावरोव ने कहा {number}" });
            archive.Archive.Delete($"n{number - 1}");
        }

        await Task.WhenAll(asking);
        archive.Archive.Refresh();
        Assert.Equal(("लावरोव", 4), First(archive, "लाव"));
    }

    private static IReadOnlyList<Suggestion> Suggest(Archive archive, string typed) =>
        SuggestRequest.TryCreate(typed, null, out var request, out var problem) ? archive.Suggest(request).Suggestions : throw new ArgumentException(problem.Detail, nameof(typed));

    private static string[] Texts(TestArchive archive, string typed) => [.. Suggest(archive.Archive, typed).Select(one => one.Text)];

    private static (string, int) First(TestArchive archive, string typed) => Suggest(archive.Archive, typed)[0] is var first ? (first.Text, first.Articles) : default;
}
