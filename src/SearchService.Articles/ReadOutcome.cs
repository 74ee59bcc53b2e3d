namespace SearchService.Articles;

/// <summary>One article read or one refusal; exactly one of the two is set.</summary>
public readonly record struct ReadOutcome
{
    private ReadOutcome(Article? article, ReadFailure? failure) => (Article, Failure) = (article, failure);

    /// <summary>The article, if it could be read.</summary>
    public Article? Article { get; }

    /// <summary>The refusal, if it could not.</summary>
    public ReadFailure? Failure { get; }

    /// <summary>An article that was read.</summary>
    public static ReadOutcome Of(Article article) => new(article, null);

    /// <summary>A refusal.</summary>
    public static ReadOutcome Of(ReadFailure failure) => new(null, failure);
}
