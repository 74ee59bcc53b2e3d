namespace SearchService.Engine.Evaluation;

/// <summary>What an evaluation with judged topics found.</summary>
/// <param name="Measures">The means over the judged topics; what <c>--json</c> prints.</param>
/// <param name="WithoutHit">Judged topics that found nothing at all.</param>
/// <param name="Unjudged">Topics left out because no judgment names them.</param>
/// <param name="Refused">Judged topics that were no valid request (too long), counted as finding nothing.</param>
/// <param name="Worst">Judged topics without a relevant document at rank 1, worst first: those where none was ranked, then by falling rank.</param>
public sealed record RelevanceReport(RelevanceMeasures Measures, int WithoutHit, int Unjudged, int Refused, IReadOnlyList<TopicOutcome> Worst);

/// <summary>How one topic fared.</summary>
/// <param name="Id">The topic's qid.</param>
/// <param name="Query">The topic's query.</param>
/// <param name="Rank">1-based rank of the first relevant document; null when none is in the first hundred.</param>
/// <param name="Hits">Documents ranked, at most 100.</param>
public sealed record TopicOutcome(string Id, string Query, int? Rank, int Hits);
