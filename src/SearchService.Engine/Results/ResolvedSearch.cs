using Lucene.Net.Search;
using SearchService.Engine.Stories;

namespace SearchService.Engine.Results;

/// <summary>What a search asks of one snapshot, for passes over all of its matches.</summary>
/// <param name="Query">The query with its filters, and with misspelt words put right where nothing else is found.</param>
/// <param name="Total">How many articles match.</param>
/// <param name="Listed">How many of them are listed: all, or one of each story.</param>
/// <param name="Fold">The stories to be folded; null for none.</param>
/// <param name="Warnings">What was cut, capped or corrected.</param>
internal sealed record ResolvedSearch(Query Query, long Total, long Listed, SnapshotStories? Fold, IReadOnlyList<Warning> Warnings);
