using SearchService.Engine.Learning;
using SearchService.Engine.Tests.Storage;
using SearchService.Language.Alignment;
using SearchService.Language.Concepts;
using Xunit;

namespace SearchService.Engine.Tests.Learning;

public sealed class LearntFileTests : IDisposable
{
    private static readonly LearntState State = new("store", 17, new(
        23,
        [
            new("zyxword", new("झूकसब", 0.625f, FormReason.Translation, "learnt", 5)),
            new("makes landfall", new("तट से टकराया", 0.1f, FormReason.Transliteration, "learnt", 2)),
        ],
        ["क\tk 0.9 c 0.1", "ख\tkh 1"]));

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["learnt.tsv"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read()
    {
        LearntFile.Write(Path, State);
        LearntFile.Write(Path, State with { Generation = 18 });

        var read = LearntFile.Read(Path)!;
        Assert.Equal(("store", 18, 23), (read.Store, read.Generation, read.Lexicon.Pairs));
        Assert.Equal(State.Lexicon.Entries, read.Lexicon.Entries);
        Assert.Equal(State.Lexicon.Channel, read.Lexicon.Channel);
        Assert.Equal([Path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Nothing_learnt_is_read_as_such()
    {
        LearntFile.Write(Path, new("store", 0, LearntLexicon.Empty));

        Assert.Equal(0, LearntFile.Read(Path)!.Lexicon.Pairs);
        Assert.Empty(LearntFile.Read(Path)!.Lexicon.Entries);
    }

    [Fact]
    public void A_missing_file_is_no_fault() => Assert.Null(LearntFile.Read(Path));

    [Fact]
    public void A_file_with_any_byte_changed_or_cut_off_is_not_read()
    {
        LearntFile.Write(Path, State);
        var whole = File.ReadAllBytes(Path);
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 4;
            File.WriteAllBytes(Path, damaged);
            Assert.Null(LearntFile.Read(Path));
            File.WriteAllBytes(Path, whole[..at]);
            Assert.Null(LearntFile.Read(Path));
        }
    }

    [Fact]
    public void A_file_of_another_version_is_not_read()
    {
        LearntFile.Write(Path, State);
        var text = File.ReadAllText(Path)[..^17].Replace("learnt\t1\t", "learnt\t2\t", StringComparison.Ordinal);
        File.WriteAllText(Path, text + LearntFile.ChecksumOf(System.Text.Encoding.UTF8.GetBytes(text)));

        Assert.Null(LearntFile.Read(Path));
    }
}
