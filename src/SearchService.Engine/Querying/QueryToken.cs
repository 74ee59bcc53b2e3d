namespace SearchService.Engine.Querying;

internal enum QueryTokenKind
{
    Word,
    Phrase,
    Field,
    Open,
    Close,
    And,
    Or,
    Not,
    Near,
    Plus,
    Minus,
    Exact,
    End,
}

/// <summary>One token of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Where it starts, in UTF-16 units.</param>
/// <param name="Text">The word, the inside of the quotes, or the field's name.</param>
/// <param name="Number">Slop of a phrase, distance of NEAR.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, int Position, string Text = "", int Number = 0);
