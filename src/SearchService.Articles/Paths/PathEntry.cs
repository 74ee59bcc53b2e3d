namespace SearchService.Articles.Paths;

/// <summary>A file to read, or why a path gives none.</summary>
/// <param name="Path">Path as it is named to the user; <c>-</c> for standard input.</param>
/// <param name="Problem">What is wrong with it; null for a file.</param>
internal readonly record struct PathEntry(string Path, string? Problem = null);
