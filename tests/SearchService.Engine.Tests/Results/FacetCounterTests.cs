using FsCheck.Fluent;
using SearchService.Engine.Querying;
using SearchService.Engine.Tests.Stories;
using Xunit;

namespace SearchService.Engine.Tests.Results;

public class FacetCounterTests
{
    [Fact]
    public void ValuesCountAsManyStoriesAsASearchNarrowedToThemFinds()
    {
        var (articles, _) = CopiedArticles.Of(new Random(31));
        using var archive = new TestArchive(articles);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var asked = new SearchParameters
            {
                Q = string.Join(' ', CopiedArticles.Words.Where(_ => random.Next(2) == 0)),
                Facets = "category,agency,year",
                Count = "stories",
                Agency = random.Next(2) == 0 ? [CopiedArticles.Words[random.Next(3)]] : [],
                Sort = random.Next(2) == 0 ? "newest" : null,
            };
            var answer = archive.Search(asked.Q!, _ => asked);
            return answer.Facets.All(facet => facet.Value.All(value =>
                archive.Search(asked.Q!, _ => asked.Selecting(facet.Key, [value.Value])).Total.Stories == value.Count)).Label($"{asked}");
        }).QuickCheckThrowOnFailureWith(60);
    }

    [Fact]
    public void WithoutBeingAskedForStoriesValuesCountArticles()
    {
        var (articles, _) = CopiedArticles.Of(new Random(31));
        using var archive = new TestArchive(articles);

        var counted = archive.Search("", p => p with { Facets = "category" }).Facets["category"];

        Assert.Equal(articles.Length, counted.Sum(value => value.Count));
        Assert.True(archive.Search("", p => p with { Facets = "category", Count = "stories" }).Facets["category"].Sum(value => value.Count) < articles.Length);
    }
}
