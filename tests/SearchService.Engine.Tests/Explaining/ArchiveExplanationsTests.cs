using SearchService.Articles;
using SearchService.Engine.Explaining;
using SearchService.Engine.Querying;
using Xunit;

namespace SearchService.Engine.Tests.Explaining;

public class ArchiveExplanationsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_hit_of_random_queries_is_explained_to_its_score(int seed)
    {
        using var archive = new TestArchive(RandomArchives.Articles(seed, 60, 12));
        var random = new Random(seed);
        var explained = 0;
        for (var round = 0; round < 60; round++)
        {
            var query = RandomArchives.Query(random, 2);
            foreach (var hit in archive.Search(query).Hits)
            {
                var explanation = Explain(archive, query, hit.Id)!;

                Assert.True(explanation.IsMatch, query);
                Assert.Equal(hit.Score, explanation.Score);
                Assert.Equal(hit.Score, explanation.Parts.Sum(part => part.Score), 0.00002);
                explained++;
            }
        }

        Assert.True(explained > 100);
    }

    [Fact]
    public void Words_are_told_by_form_field_and_reason_and_what_is_not_there_by_nothing()
    {
        using var archive = new TestArchive(
            new Article { Id = "talks", Headline = "लावरोव की पाकिस्तान यात्रा", WebTitle = "Lavrov visits Pakistan", Body = "लावरोव ने कहा। लावरोव लौटे।" },
            new Article { Id = "floods", Headline = "पाकिस्तान में बाढ़" },
            new Article { Id = "budget", Headline = "बजट पेश" });

        var explanation = Explain(archive, "lavrov पाकिस्तान बजट", "talks")!;

        Assert.Equal(3, explanation.Articles);
        var lavrov = explanation.Parts.Single(part => part.Words is ["lavrov"]);
        Assert.Contains(lavrov.Places, place => place is { Field: "webTitle", Form: "lavrov", Reason: "exact", Occurrences: 1, Weight: 1 });
        Assert.Contains(lavrov.Places, place => place is { Field: "body", Form: "लावरोव", Reason: "transliteration", Occurrences: 2 });
        Assert.Contains(explanation.Parts, part => part is { Kind: "neighbours", Words: ["lavrov", "पाकिस्तान"], Score: > 0 });
        var budget = explanation.Parts.Single(part => part.Words is ["बजट"]);
        Assert.Equal((0, 0, 1), (budget.Score, budget.Places.Count, budget.Articles));
        // A word of two of the three articles is more frequent, and so less rare, than one of a single article.
        Assert.Equal(2, explanation.Parts.Single(part => part.Words is ["पाकिस्तान"] && part.Kind == "word").Articles);
    }

    [Fact]
    public void Filters_decide_and_do_not_score()
    {
        using var archive = new TestArchive(new Article { Id = "a", Headline = "चक्रवात", Category = "मौसम" });

        var inside = Explain(archive, "चक्रवात", "a", p => p with { Category = ["मौसम"] })!;
        var outside = Explain(archive, "चक्रवात", "a", p => p with { Category = ["खेल"] })!;

        Assert.Single(inside.Parts);
        Assert.Equal(Explain(archive, "चक्रवात", "a")!.Score, inside.Score);
        Assert.False(outside.IsMatch);
        Assert.Equal(0, outside.Score);
    }

    [Fact]
    public void A_query_answered_as_corrected_is_explained_as_corrected()
    {
        using var archive = new TestArchive([.. Enumerable.Range(0, 12).Select(i => new Article { Id = $"a{i}", Headline = "मौसम का हाल", Body = $"मौसम साफ़ रहा {i}" })]);
        var hit = archive.Search("मोसम").Hits[0];

        var explanation = Explain(archive, "मोसम", hit.Id)!;

        Assert.Equal(hit.Score, explanation.Score);
        Assert.Contains(explanation.Warnings, warning => warning.Code == "corrected");
        Assert.All(explanation.Parts[0].Places, place => Assert.Equal("correction", place.Reason));
    }

    [Fact]
    public void An_article_that_is_not_there_has_no_explanation()
    {
        using var archive = new TestArchive(new Article { Id = "a", Headline = "चक्रवात" });
        Assert.Null(Explain(archive, "चक्रवात", "b"));
        archive.Archive.Delete("a");
        archive.Archive.Refresh();
        Assert.Null(Explain(archive, "चक्रवात", "a"));
    }

    private static Explanation? Explain(TestArchive archive, string query, string id, Func<SearchParameters, SearchParameters>? with = null)
    {
        var parameters = new SearchParameters { Q = query };
        Assert.True(SearchRequest.TryCreate(with is null ? parameters : with(parameters), out var request, out _));
        return archive.Archive.Explain(request, id, TestContext.Current.CancellationToken);
    }
}
