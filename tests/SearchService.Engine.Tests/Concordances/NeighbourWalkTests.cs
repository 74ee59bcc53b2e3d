using FsCheck.Fluent;
using SearchService.Articles;
using SearchService.Engine.Concordances;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Concordances;

public class NeighbourWalkTests
{
    [Fact]
    public void What_the_index_tells_of_neighbours_is_what_the_texts_tell()
    {
        using var folder = new TemporaryFolder();
        using var store = IndexedStore.Open(folder.Options, null);
        // Words in more than a block of a segment, texts longer than a filter has bits, compounds, and fields that begin or end with what is asked for.
        var articles = RandomArchives.Articles(41, 700, 150);
        for (var i = 0; i < articles.Length; i += 7)
            articles[i] = articles[i] with { Body = $"रूस-चीन {articles[i].Body} जम्मू-कश्मीर रूस शब्द{i} चीन", Headline = "रूस" };
        foreach (var batch in articles.Chunk(300))
        {
            store.Index(batch.Select(ReadOutcome.Of), null, TestContext.Current.CancellationToken);
            store.Refresh();
        }

        foreach (var gone in articles.Where((_, i) => i % 11 == 3))
            store.Delete(gone.Id);
        store.Refresh();
        using var snapshot = store.Acquire();
        Assert.True(snapshot.Searcher.Segments.Count > 1);
        Assert.Contains(snapshot.Searcher.Segments, segment => segment.Live is not null);
        var words = new ArchiveWords().Of(snapshot.Interpreter.Vocabulary);

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var (query, sort) = (RandomArchives.Query(random, 2), (ConcordanceSort)random.Next((int)ConcordanceSort.Left1, 8));
            Assert.True(SearchRequest.TryCreate(new() { Q = query }, out var request, out _));
            var bound = BoundRequest.Bind(snapshot, request, Corrections.None);
            var (walked, read) = (Lines(walk: true), Lines(walk: false));
            return walked.SequenceEqual(read).Label($"{query} {sort}");

            List<LineKey> Lines(bool walk) => new LineTableBuilder(snapshot.Searcher, words, store.Store.Find, walk)
                .Build(bound, sort, long.MaxValue, TestContext.Current.CancellationToken).Read(0, int.MaxValue);
        }).QuickCheckThrowOnFailureWith(60);
    }

    [Fact]
    public void A_walk_ends_when_it_is_cancelled()
    {
        using var folder = new TemporaryFolder();
        using var store = IndexedStore.Open(folder.Options, null);
        store.Index(RandomArchives.Articles(5, 30, 20).Select(ReadOutcome.Of), null, TestContext.Current.CancellationToken);
        store.Refresh();
        using var snapshot = store.Acquire();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Engine.Postings.WordSweep.Over(
            [.. snapshot.Searcher.Segments.Select(segment => segment.Fields.Files)],
            () => throw new InvalidOperationException("Nothing is to be looked at."),
            cancelled.Token));
    }
}
