using System.Text;
using SearchService.Articles.JsonLines;

namespace SearchService.Articles.Tests.JsonLines;

public sealed class JsonLinesReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void Lines_are_cut_alike_however_the_stream_delivers_them(int piece)
    {
        var text = "\uFEFF{\"id\":\"1\",\"body\":\"क\"}\r\n\n{\"id\":\"2\",\"body\":\"ख\"}\n" + $"{{\"id\":\"3\",\"body\":\"{new string('x', 300)}\"}}\n" + "{\"id\":\"4\",\"body\":\"ग\"}";
        var outcomes = JsonLinesReader.Read(new PieceStream(Encoding.UTF8.GetBytes(text), piece), "f", maxLineBytes: 100).ToList();
        Assert.Equal(["1", "2", "4"], outcomes.Where(outcome => outcome.Article is not null).Select(outcome => outcome.Article!.Id));
        var failure = Assert.Single(outcomes, outcome => outcome.Failure is not null).Failure!;
        Assert.Equal(4, failure.Line);
        Assert.Contains("longer than 100 bytes", failure.Reason);
    }

    [Fact]
    public void A_hundred_megabytes_in_one_line_are_refused_without_being_held()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var stream = new PieceStream([.. "{\"id\":\"1\",\"body\":\""u8], 1 << 16, filler: 100 << 20);
        var failure = Assert.Single(JsonLinesReader.Read(stream, "f", maxLineBytes: 1 << 20)).Failure!;
        Assert.Contains("the limit for one", failure.Reason);
        Assert.True(failure.Source!.Length <= 64 << 10);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20 << 20);
    }

    [Fact]
    public void A_stream_that_breaks_gives_its_articles_and_one_refusal()
    {
        using var stream = new PieceStream([.. "{\"id\":\"1\",\"body\":\"a\"}\n{\"id\""u8], 8, breaks: true);
        var outcomes = JsonLinesReader.Read(stream, "f", 1 << 20).ToList();
        Assert.Equal(("1", 2), (outcomes[0].Article!.Id, outcomes[1].Failure!.Line));
        Assert.Contains("Reading stopped", outcomes[1].Failure!.Reason);
    }
}
