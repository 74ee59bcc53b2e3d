using System.Buffers;
using SearchService.Engine.Exporting;
using SearchService.Engine.Querying;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Exporting;

/// <summary>Runs while no other test does: what is held is that of the whole process.</summary>
[CollectionDefinition(nameof(ExportMemoryTests), DisableParallelization = true)]
[Collection(nameof(ExportMemoryTests))]
public class ExportMemoryTests
{
    [Fact]
    public void A_large_export_is_written_in_the_memory_of_a_small_one()
    {
        using var archive = new TestArchive();
        archive.Archive.Index(SomeArticles.Many(20_000), cancellation: TestContext.Current.CancellationToken);
        Assert.True(SearchRequest.TryCreate(new() { Q = "समाचार" }, out var request, out _));
        var writer = ExportFormat.Csv.Writer();
        var bytes = new ArrayBufferWriter<byte>(64 << 10);
        var (written, most, lines) = (0L, 0L, 0);

        // Windows of 2,000, so that what is found is as far above a window as 200,000 articles are above one of 32,768.
        using (var export = archive.Archive.Export(request, 2_000))
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            foreach (var article in export.Articles())
            {
                writer.Write(article, bytes);
                written += bytes.WrittenCount;
                bytes.ResetWrittenCount();
                if (++lines % 4_000 == 0)
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(20_000, lines);
        Assert.True(written > 5 << 20, $"{written} bytes");
        Assert.True(most < 2 << 20, $"{most} bytes held");
    }
}
