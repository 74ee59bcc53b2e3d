using SearchService.Articles;
using SearchService.Engine;
using SearchService.Settings;

namespace SearchService.Hosting;

/// <summary>The articles in <c>index-data/sample</c>: what a fresh clone serves, so that there is something to search.</summary>
internal static class SampleArticles
{
    private static readonly string Sample = Path.Combine(ArchiveSettings.DefaultFolder, "sample");

    /// <summary>Indexes the sample if the archive is the default one and holds no article; an archive somebody named is never filled.</summary>
    /// <param name="archive">The open archive.</param>
    /// <param name="folder">Its folder, as configured.</param>
    /// <param name="log">Told what was done.</param>
    /// <param name="cancellation">Stops between two articles.</param>
    public static void FillIfEmptyDefault(Archive archive, string folder, ILogger log, CancellationToken cancellation)
    {
        if (archive.Status.Articles > 0 || Path.GetFullPath(folder) != Path.GetFullPath(ArchiveSettings.DefaultFolder))
            return;
        if (Find(Directory.GetCurrentDirectory(), AppContext.BaseDirectory) is not { } sample)
        {
            log.LogWarning("{Folder} is empty and there is no {Sample} to fill it from: add articles with the command 'index'", folder, Sample);
            return;
        }

        var report = archive.Index(ArticlePaths.ReadAll([sample]), cancellation: cancellation);
        archive.Refresh();
        log.LogInformation("{Folder} was empty: filled with {Added} sample articles from {Sample}", folder, report.Added, sample);
    }

    /// <summary>The sample's folder: under the working directory, else under the nearest folder above the executable that has one; null when none has.</summary>
    internal static string? Find(string workingDirectory, string executableDirectory)
    {
        var here = Path.Combine(workingDirectory, Sample);
        if (Directory.Exists(here))
            return here;
        for (var folder = new DirectoryInfo(executableDirectory); folder is not null; folder = folder.Parent)
        {
            var above = Path.Combine(folder.FullName, Sample);
            if (Directory.Exists(above))
                return above;
        }

        return null;
    }
}
