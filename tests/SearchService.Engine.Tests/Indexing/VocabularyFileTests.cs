using Lucene.Net.Index;
using SearchService.Engine.Indexing;
using SearchService.Engine.Tests.Storage;
using SearchService.Language.Concepts;
using Xunit;

namespace SearchService.Engine.Tests.Indexing;

public sealed class VocabularyFileTests : IDisposable
{
    private static readonly string[] Words = ["भारत", "lavrov's", "१०", "𑀓𑀔", new('क', 256), "é", "a\nb"];

    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder[VocabularyFile.Name];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_state_that_was_kept_is_read_back_until_the_file_is_written_whole_again()
    {
        var random = new Random(1);
        var words = new Vocabulary();
        var file = new VocabularyFile(FilePath, words);
        var (states, wholes) = (new Dictionary<string, (string, int)[]>(), 0);
        for (var round = 0; round < 200; round++)
        {
            for (var change = random.Next(20); change > 0; change--)
                Change(words, file, Words[random.Next(Words.Length)] + random.Next(30), random.Next(4) == 0 ? -1 : random.Next(1, 5));
            var before = new FileInfo(FilePath) is { Exists: true } info ? info.Length : 0;
            file.Keep($"state {round}");
            if (new FileInfo(FilePath).Length < before)
                (states, wholes) = ([], wholes + 1);
            states[$"state {round}"] = Entries(words);
        }

        Assert.InRange(wholes, 2, 60);
        Assert.InRange(states.Count, 2, 199);
        Assert.All(states, state => Assert.Equal(state.Value, Read(state.Key)));
        Assert.Null(Read("state"));
    }

    [Fact]
    public void A_damaged_file_gives_what_was_kept_before_the_damage_or_nothing()
    {
        var words = new Vocabulary();
        var file = new VocabularyFile(FilePath, words);
        foreach (var word in Words)
            Change(words, file, word, 100);
        file.Keep("one");
        var first = Entries(words);
        Change(words, file, "नया", 1);
        file.Keep("two");
        var second = Entries(words);
        var whole = File.ReadAllBytes(FilePath);
        var random = new Random(2);
        for (var round = 0; round < 300; round++)
        {
            var bytes = whole.ToArray();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(FilePath, round % 2 == 0 ? bytes : whole[..random.Next(whole.Length)]);

            Assert.True(Read("one") is not { } one || one.SequenceEqual(first));
            Assert.Null(Read("two"));
        }

        File.WriteAllBytes(FilePath, whole);
        Assert.Equal(second, Read("two"));
    }

    [Fact]
    public void After_an_older_state_was_read_the_file_is_written_whole()
    {
        var words = new Vocabulary();
        var file = new VocabularyFile(FilePath, words);
        foreach (var (state, word) in new[] { ("one", "एक"), ("two", "दो") })
        {
            Change(words, file, word, 1);
            file.Keep(state);
        }

        var again = new Vocabulary();
        var reopened = new VocabularyFile(FilePath, again);
        Assert.True(reopened.TryRead("one"));
        Change(again, reopened, "तीन", 1);
        reopened.Keep("three");

        Assert.Equal([("एक", 1), ("तीन", 1)], Read("three")!);
        Assert.Null(Read("two"));
    }

    [Theory]
    [InlineData("kept")]
    [InlineData("missing")]
    [InlineData("damaged")]
    [InlineData("of another state")]
    public void An_archive_opens_with_the_words_of_its_segments_whatever_has_become_of_the_file(string what)
    {
        var path = Path.Combine(_folder.Path, "index", VocabularyFile.Name);
        var stale = Array.Empty<byte>();
        for (var round = 0; round < 3; round++)
        {
            using var archive = IndexedStore.Open(_folder.Options, null);
            if (round == 1)
                stale = File.ReadAllBytes(path);
            archive.Index(SomeArticles.Many(300, round * 300), null, TestContext.Current.CancellationToken);
            archive.Delete($"a{round}");
        }

        switch (what)
        {
            case "missing":
                File.Delete(path);
                break;
            case "damaged":
                File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);
                break;
            case "of another state":
                File.WriteAllBytes(path, stale);
                break;
        }

        for (var round = 0; round < 2; round++)
        {
            using var archive = IndexedStore.Open(_folder.Options with { ReadOnly = round == 0 }, null);
            using var snapshot = archive.Acquire();
            var counted = new Vocabulary();
            var reader = (DirectoryReader)snapshot.Searcher.IndexReader;
            SegmentWords.Update(counted, null, reader);
            Assert.Equal(Entries(counted), Entries(snapshot.Interpreter.Vocabulary));
            Assert.True(counted.Count > 900);
            Assert.Equal(what == "kept", new VocabularyFile(path, new()).TryRead(SegmentWords.StateOf(reader, snapshot.Generation)));
        }
    }

    private static void Change(Vocabulary words, VocabularyFile file, string word, int count)
    {
        var before = words.CountOf(word);
        words.Add(word, count);
        file.Note(System.Text.Encoding.UTF8.GetBytes(word), words.CountOf(word) - before);
    }

    private static (string, int)[] Entries(Vocabulary words) => [.. words.Entries().Where(entry => entry.Count > 0).OrderBy(entry => entry.Word, StringComparer.Ordinal)];

    private (string, int)[]? Read(string state)
    {
        var words = new Vocabulary();
        return new VocabularyFile(FilePath, words).TryRead(state) ? Entries(words) : null;
    }
}
