using BenchmarkDotNet.Attributes;
using SearchService.Articles;
using SearchService.Engine;
using SearchService.Engine.Querying;

namespace SearchService.Benchmarks.Kernels;

/// <summary>What a search and its marks cost on the sample archive, from a checked request to the response.</summary>
[MemoryDiagnoser]
public class ArchiveKernels
{
    private string _folder = "";
    private Archive? _archive;
    private Article? _article;
    private SearchRequest? _request;

    /// <summary>The query asked.</summary>
    [Params("लावरोव पाकिस्तान", "\"विदेश मंत्री\"", "सरकार ने कहा कि नई योजना से किसानों को लाभ होगा")]
    public string Query { get; set; } = "";

    [GlobalSetup]
    public void Open()
    {
        _folder = Directory.CreateTempSubdirectory("archive-kernels-").FullName;
        _archive = Archive.Open(new ArchiveOptions { Folder = _folder });
        var articles = SampleTexts.Load().Select((text, number) => ToArticle(number, text)).ToList();
        _archive.Index(articles.Select(ReadOutcome.Of));
        _archive.Refresh();
        if (!SearchRequest.TryCreate(new SearchParameters { Q = Query }, out _request, out var problem))
            throw new InvalidOperationException(problem.Detail);
        _article = _archive.Search(_request).Hits is [var best, ..] ? _archive.Find(best.Id) : articles[0];
    }

    [GlobalCleanup]
    public void Close()
    {
        _archive?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Description = "search with passages")]
    public int Search() => _archive!.Search(_request!).Hits.Count;

    [Benchmark(Description = "mark one article")]
    public int Highlight() => _archive!.Mark(_article!, _request!).Count;

    // The page's first line is its headline; the readers of pages are not what is measured here.
    private static Article ToArticle(int number, string text)
    {
        var headline = text.IndexOf('\n', StringComparison.Ordinal) is var end and > 0 ? text[..end] : text;
        return new Article { Id = $"sample-{number}", Headline = headline.Trim(), Body = text[headline.Length..].Trim() };
    }
}
