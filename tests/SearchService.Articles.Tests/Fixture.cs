using System.Text;

namespace SearchService.Articles.Tests;

/// <summary>Pages of our own writing, and short ways to read them.</summary>
internal static class Fixture
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Pages");

    /// <summary>The root of the repository; null when the tests run from somewhere else.</summary>
    public static string? Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "SearchService.sln"))) return folder.FullName;
            }
            return null;
        }
    }

    public static List<ReadOutcome> Read(byte[] bytes, string file = "page", PageFormat format = PageFormat.Auto, ReadLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        return [.. ArticleReader.Read(stream, file, format, limits)];
    }

    public static List<ReadOutcome> Read(string text, string file = "page", PageFormat format = PageFormat.Auto) => Read(Encoding.UTF8.GetBytes(text), file, format);

    public static Article Article(string text, string file = "page", PageFormat format = PageFormat.Auto)
    {
        var outcome = Assert.Single(Read(text, file, format));
        Assert.True(outcome.Failure is null, outcome.Failure?.Reason);
        return outcome.Article!;
    }

    public static ReadFailure Failure(string text, string file = "page", PageFormat format = PageFormat.Auto) =>
        Assert.Single(Read(text, file, format)).Failure ?? throw new InvalidOperationException("It was read.");

    public static Article Page(string name) => Assert.Single(ReadPage(name)).Article!;

    public static List<ReadOutcome> ReadPage(string name) => Read(File.ReadAllBytes(Path.Combine(Folder, name)), name);
}
