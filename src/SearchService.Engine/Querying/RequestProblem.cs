namespace SearchService.Engine.Querying;

/// <summary>Why a request was refused.</summary>
/// <param name="Code">Stable, snake_case: <c>query_syntax</c>, <c>query_too_long</c>, <c>invalid_parameter</c>, <c>invalid_cursor</c>, <c>page_too_deep</c>.</param>
/// <param name="Detail">A sentence for people: what was found, what was expected.</param>
/// <param name="Parameter">Name of the parameter at fault: q, page, from, …</param>
/// <param name="Position">0-based UTF-16 position in <c>q</c>, for syntax.</param>
public sealed record RequestProblem(string Code, string Detail, string Parameter, int? Position = null);
