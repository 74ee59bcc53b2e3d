namespace SearchService.Engine.Suggesting;

/// <summary>Ways to go on with what is being typed.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Suggestions">The best first; those that are not in the archive only when nothing of it begins so.</param>
public sealed record SuggestResponse(string Text, IReadOnlyList<Suggestion> Suggestions);

/// <summary>A query that what was typed may become.</summary>
/// <param name="Text">The whole query: what was typed before the last words, as it is, and the words that complete them.</param>
/// <param name="Articles">How many articles have the word or phrase put in in their headline or web title; of a word that no headline has, how many have it.</param>
/// <param name="Reason"><c>prefix</c>; <c>transliteration</c> when it was typed in the other script, <c>translation</c> when in the other language.</param>
/// <param name="Archive">Whether the archive has it. If not, it is a word typed in Latin letters as Hindi would write it, which no article has: <paramref name="Articles"/> is 0.</param>
public sealed record Suggestion(string Text, int Articles, string Reason, bool Archive);
