namespace SearchService.Engine.Querying;

/// <summary>What is wrong with a query, and where.</summary>
/// <param name="Position">0-based UTF-16 position in the query.</param>
/// <param name="Message">What was found and what was expected.</param>
internal sealed record QuerySyntaxError(int Position, string Message);
