using SearchService.Language.Concepts;

namespace SearchService.Language.Completion;

/// <summary>A place in the trie of a vocabulary that the beginning of a word leads to.</summary>
/// <param name="Place">The words at and below it complete what was typed.</param>
/// <param name="Cost">How unusual it is to type it so: a difference of 1 weighs as much as being written about e times as often.</param>
/// <param name="Reason"><see cref="FormReason.Prefix"/> in the script that was typed, <see cref="FormReason.Transliteration"/> in the other.</param>
internal readonly record struct Beginning(TriePlace Place, float Cost, FormReason Reason);
