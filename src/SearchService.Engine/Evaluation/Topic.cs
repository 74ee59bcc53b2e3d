namespace SearchService.Engine.Evaluation;

/// <summary>One information need of a test collection.</summary>
/// <param name="Id">The qid that judgments and runs name it by; without white space.</param>
/// <param name="Query">What a person would type: words, never query syntax.</param>
public sealed record Topic(string Id, string Query);
