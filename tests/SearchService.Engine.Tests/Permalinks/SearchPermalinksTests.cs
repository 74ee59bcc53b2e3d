using SearchService.Articles;
using SearchService.Engine.Permalinks;
using SearchService.Engine.Querying;
using Xunit;

namespace SearchService.Engine.Tests.Permalinks;

public class SearchPermalinksTests
{
    [Fact]
    public void Nothing_changed_is_told_as_nothing()
    {
        using var archive = new TestArchive(Article("a"), Article("b"), Article("c", "चीन"));
        var then = Mark(archive);

        var changes = Compare(archive, then).Since!;

        Assert.Equal((2, 2, 2, 0, 0, 0, 0), (changes.FoundThen, changes.FoundNow, changes.Unchanged, changes.Added, changes.Changed, changes.Lost, changes.Removed));
        Assert.Empty(changes.Articles);
        Assert.Equal(then, Compare(archive, null).Now);
    }

    [Fact]
    public void What_was_added_changed_and_removed_since_is_told_apart()
    {
        using var archive = new TestArchive([.. "abcdefgh".Select(id => Article(id.ToString())), Article("x", "चीन"), Article("y", "चीन")]);
        archive.Archive.Delete("h");
        archive.Archive.Refresh();
        var then = Mark(archive);

        // Found and changed; found no more; found now and not then; gone; gone and never found; new; new and not found.
        archive.Add(Article("b", "रूस बदला"), Article("c", "चीन"), Article("x", "रूस"));
        archive.Archive.Delete("d");
        archive.Archive.Delete("y");
        archive.Add(Article("new"), Article("other", "चीन"));

        var marked = Compare(archive, then);
        var changes = marked.Since!;

        Assert.Empty(marked.Warnings);
        Assert.Equal((7, 7), (changes.FoundThen, changes.FoundNow));
        Assert.Equal(4, changes.Unchanged);
        Assert.Equal([("new", "added"), ("x", "changed"), ("b", "changed")], changes.Articles.Select(article => (article.Id, article.Change)));
        Assert.Equal((1, 2, 1), (changes.Added, changes.Changed, changes.ChangedElsewhere));
        // b, c and d are not as they were found: of the three b is found now, c changed elsewhere, d was removed.
        Assert.Equal(3, changes.Lost);
        Assert.Equal((2, "y d"), (changes.Removed, string.Join(' ', changes.RemovedIds)));
    }

    [Fact]
    public void An_article_that_was_removed_and_indexed_again_is_an_added_one()
    {
        using var archive = new TestArchive(Article("a"), Article("b"));
        var then = Mark(archive);
        archive.Archive.Delete("a");
        archive.Add(Article("a"));

        var changes = Compare(archive, then).Since!;

        Assert.Equal((1, 1, 0, 1), (changes.Unchanged, changes.Added, changes.Removed, changes.Lost));
        Assert.Equal("a", Assert.Single(changes.Articles).Id);
    }

    [Fact]
    public void An_article_indexed_again_as_it_was_is_unchanged()
    {
        using var archive = new TestArchive(Article("a"));
        var then = Mark(archive);
        archive.Add(Article("a"));

        Assert.Equal((1, 0), (Compare(archive, then).Since!.Unchanged, Compare(archive, then).Since!.Changed));
    }

    [Fact]
    public void It_is_told_after_the_archive_has_been_rebuilt()
    {
        using var archive = new TestArchive(Article("a"), Article("b"));
        var then = Mark(archive);
        archive.Archive.Delete("b");
        archive.Add(Article("c"));
        archive.Archive.Rebuild(cancellation: TestContext.Current.CancellationToken);

        var changes = Compare(archive, then).Since!;
        Assert.Equal((1, 1, 1), (changes.Unchanged, changes.Added, changes.Removed));
    }

    [Fact]
    public void A_mark_of_another_archive_or_of_a_later_state_tells_nothing_and_says_so()
    {
        using var archive = new TestArchive(Article("a"));
        using var other = new TestArchive(Article("a"));

        var strange = Compare(archive, Mark(other));
        Assert.Null(strange.Since);
        Assert.Equal("other_archive", Assert.Single(strange.Warnings).Code);
        var later = Compare(archive, Mark(archive) with { Generation = 99 });
        Assert.Null(later.Since);
        Assert.Equal("newer_permalink", Assert.Single(later.Warnings).Code);
    }

    [Fact]
    public void Many_changes_are_counted_and_the_latest_listed()
    {
        using var archive = new TestArchive(Article("a"));
        var then = Mark(archive);
        archive.Add([.. Enumerable.Range(0, 130).Select(number => Article($"n{number}"))]);

        var marked = Compare(archive, then);

        Assert.Equal(130, marked.Since!.Added);
        Assert.Equal(Enumerable.Range(30, 100).Reverse().Select(number => $"n{number}"), marked.Since.Articles.Select(article => article.Id));
        Assert.Equal("changes_cut", Assert.Single(marked.Warnings).Code);
    }

    private static SearchMark Mark(TestArchive archive) => archive.Archive.Mark(archive.Search("रूस"));

    private static MarkedSearch Compare(TestArchive archive, SearchMark? then)
    {
        Assert.True(SearchRequest.TryCreate(new() { Q = "रूस" }, out var request, out _));
        return archive.Archive.Compare(request, then, TestContext.Current.CancellationToken);
    }

    private static Article Article(string id, string headline = "रूस") => new() { Id = id, Headline = headline };
}
