namespace SearchService.Articles.Tests;

public sealed class SampleArchiveTests
{
    [Fact]
    public void Every_file_of_the_sample_archive_reads_with_all_its_parts()
    {
        var folder = Path.Combine(Fixture.Root ?? "", "index-data", "sample");
        if (!Directory.Exists(folder)) Assert.Skip("The sample archive is not in this checkout.");
        var outcomes = ArticlePaths.ReadAll([folder]).ToList();
        Assert.NotEmpty(outcomes);
        Assert.All(outcomes, outcome => Assert.True(outcome.Failure is null, $"{outcome.Failure?.File}: {outcome.Failure?.Reason}"));
        var articles = outcomes.Select(outcome => outcome.Article!).ToList();
        Assert.All(articles, article =>
        {
            Assert.NotEmpty(article.Headline);
            Assert.NotEmpty(article.WebTitle);
            Assert.InRange(article.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 100, 200);
            Assert.NotNull(article.Category);
            Assert.NotNull(article.PublishedAt);
            Assert.True(article.UpdatedAt >= article.PublishedAt, article.Headline);
            Assert.Contains("नमूना", article.Disclaimer);
            Assert.Equal("नमूना अभिलेख", article.Source);
            Assert.DoesNotContain(article.Headline, article.Body);
            Assert.DoesNotContain("Disclaimer", article.Body);
            Assert.DoesNotContain("से जुड़ी और खबरें", article.Body);
        });
        Assert.Equal(articles.Count, articles.Select(article => article.Id).Distinct().Count());
    }
}
