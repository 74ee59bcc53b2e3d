using SearchService.Language.Concepts;

namespace SearchService.Language.Completion;

/// <summary>A way to go on with what was typed.</summary>
/// <param name="Before">What was typed before the words completed, as it was typed.</param>
/// <param name="Words">The word or phrase that completes it, word by word as indexed.</param>
/// <param name="After">What closes it: the quotation mark of an open phrase, or nothing.</param>
/// <param name="Articles">How many articles have word or phrase in a headline or web title; of a word that no headline has, how many have it.</param>
/// <param name="Reason">
/// <see cref="FormReason.Prefix"/>; <see cref="FormReason.Transliteration"/> when a word of it was typed in the other script,
/// <see cref="FormReason.Translation"/> when it was typed in English.
/// </param>
/// <param name="InArchive">Whether the archive has it; if not, it is what was typed in Latin letters as Hindi would write it, for want of anything that the archive has.</param>
public readonly record struct Completion(string Before, IReadOnlyList<string> Words, string After, int Articles, FormReason Reason, bool InArchive = true);
