namespace SearchService.Engine.Concordances;

/// <summary>An occurrence of a query in an article.</summary>
/// <param name="Field">Number of the field, as in <see cref="Ranking.ScoredField.All"/>.</param>
/// <param name="Start">Ordinal of its first word in the field.</param>
/// <param name="End">Ordinal of its last word.</param>
internal readonly record struct Place(int Field, int Start, int End);
