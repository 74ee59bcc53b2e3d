namespace SearchService.Language.Tokenization;

/// <summary>A word read from a text; see <see cref="WordReader"/> for the meaning of each part.</summary>
/// <param name="Form">The surface form as indexed.</param>
/// <param name="Start">Where it starts in the text, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units of the text it covers.</param>
/// <param name="Position">Ordinal of the word in the text, from 0.</param>
/// <param name="IsWhole">True for the whole of a hyphenated compound.</param>
/// <param name="PositionLength">How many positions it covers: 1, or the number of parts for a whole.</param>
/// <param name="Kind">The script.</param>
public readonly record struct Word(string Form, int Start, int Length, int Position, bool IsWhole, int PositionLength, WordKind Kind);
