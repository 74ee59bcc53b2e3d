namespace SearchService.Engine.Evaluation;

/// <summary>A document of a ranking.</summary>
/// <param name="Id">Document id.</param>
/// <param name="Score">What it was ranked by.</param>
public readonly record struct RankedDocument(string Id, double Score);
