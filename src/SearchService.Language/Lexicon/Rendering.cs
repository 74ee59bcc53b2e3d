using SearchService.Language.Concepts;

namespace SearchService.Language.Lexicon;

/// <summary>What a word or phrase is called in the other language.</summary>
/// <param name="Text">Its words, a space between.</param>
/// <param name="Weight">How usual it is, in (0, 1].</param>
/// <param name="Reason">Translation, or transliteration for a name or loan word spelt in the other script.</param>
/// <param name="Source">Where it is from: <c>seed</c>, <c>cldr</c> or <c>learnt</c>.</param>
/// <param name="Evidence">How many articles taught it; 0 for what was written.</param>
public readonly record struct Rendering(string Text, float Weight, FormReason Reason, string Source, int Evidence = 0);
