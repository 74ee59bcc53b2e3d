using SearchService.Articles;
using SearchService.Engine.Indexing;
using Xunit;

namespace SearchService.Engine.Tests.Storage;

/// <summary>Calls that tests make often, with the test's own cancellation.</summary>
internal static class ArchiveCalls
{
    public static IndexReport Take(this Archive archive, IEnumerable<ReadOutcome> outcomes) =>
        archive.Index(outcomes, null, TestContext.Current.CancellationToken);

    public static IReadOnlyList<string> Problems(this Archive archive) => archive.Verify(null, TestContext.Current.CancellationToken).Problems;
}
