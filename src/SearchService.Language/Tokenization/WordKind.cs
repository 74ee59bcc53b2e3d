namespace SearchService.Language.Tokenization;

/// <summary>The script of a word. A run of letters and digits takes the script of its letters.</summary>
public enum WordKind
{
    /// <summary>Has a Devanagari letter: <c>भारत</c>, <c>10वीं</c>.</summary>
    Devanagari,

    /// <summary>Has a Latin letter: <c>lavrov's</c>, <c>5g</c>.</summary>
    Latin,

    /// <summary>Digits of any script with their points and grouping commas: <c>1,00,000</c>, <c>५.२</c>.</summary>
    Number,

    /// <summary>Letters of any other script.</summary>
    Other,
}
