using SearchService.Engine.Results;

namespace SearchService.Engine.Related;

/// <summary>The articles that are copies of one text.</summary>
public sealed record CopiesResponse
{
    /// <summary>The article asked about.</summary>
    public required string Id { get; init; }

    /// <summary>How many articles the story has, this one among them.</summary>
    public required int Total { get; init; }

    /// <summary>The articles, the oldest first, those of an unknown time last; this one among them.</summary>
    public required IReadOnlyList<ArticleCopy> Articles { get; init; }

    /// <summary>Sequence number of the last change that the searched snapshot holds.</summary>
    public required long Generation { get; init; }

    /// <summary>What was cut or is not known.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }
}

/// <summary>Articles on the same matter as another, its copies left out.</summary>
public sealed record SimilarResponse
{
    /// <summary>The article asked about.</summary>
    public required string Id { get; init; }

    /// <summary>The words of it that were searched for, those that tell most first.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The articles, best first, one of each story.</summary>
    public required IReadOnlyList<SimilarArticle> Articles { get; init; }

    /// <summary>Sequence number of the last change that the searched snapshot holds.</summary>
    public required long Generation { get; init; }

    /// <summary>What was cut or is not known.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }
}
