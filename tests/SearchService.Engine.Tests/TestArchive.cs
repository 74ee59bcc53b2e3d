using SearchService.Articles;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using Xunit;

namespace SearchService.Engine.Tests;

/// <summary>An archive in a folder of its own, gone with the test.</summary>
internal sealed class TestArchive : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("searchservice-");

    public TestArchive(params Article[] articles)
    {
        Archive = Archive.Open(new ArchiveOptions { Folder = _folder.FullName });
        Add(articles);
    }

    public Archive Archive { get; }

    public void Add(params Article[] articles)
    {
        foreach (var article in articles)
            Archive.Put(article);
        Archive.Refresh();
    }

    public SearchResponse Search(string query, Func<SearchParameters, SearchParameters>? with = null)
    {
        var parameters = new SearchParameters { Q = query };
        if (!SearchRequest.TryCreate(with is null ? parameters : with(parameters), out var request, out var problem))
            throw new ArgumentException(problem.Detail, nameof(query));
        return Archive.Search(request, TestContext.Current.CancellationToken);
    }

    public string[] Ids(string query) => [.. Search(query, p => p with { PageSize = "100", Duplicates = "show" }).Hits.Select(hit => hit.Id)];

    public void Dispose()
    {
        Archive.Dispose();
        _folder.Delete(recursive: true);
    }
}
