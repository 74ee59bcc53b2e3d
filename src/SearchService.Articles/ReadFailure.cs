namespace SearchService.Articles;

/// <summary>Why something was not read, and where: the run goes on, and the refusal is kept with its source.</summary>
/// <param name="File">Path or name of the source, as given.</param>
/// <param name="Line">1-based line, where one can be named.</param>
/// <param name="Reason">A sentence: what was wrong and what was expected.</param>
/// <param name="Source">What was refused, as text, at most 64 KiB of it; null where it was not text or could not be read at all.</param>
public sealed record ReadFailure(string File, int? Line, string Reason, string? Source = null);
