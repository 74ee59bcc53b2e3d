namespace SearchService.Engine.Suggesting;

/// <summary>Ways to go on with what is being typed.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Suggestions">The best first; none when nothing of the archive begins so.</param>
public sealed record SuggestResponse(string Text, IReadOnlyList<Suggestion> Suggestions);

/// <summary>A query that what was typed may become.</summary>
/// <param name="Text">The whole query: what was typed before the last words, as it is, and the words that complete them.</param>
/// <param name="Articles">How many articles have the word or phrase put in in their headline or web title; of a word that no headline has, how many have it.</param>
/// <param name="Reason"><c>prefix</c>; <c>transliteration</c> when it was typed in the other script, <c>translation</c> when in the other language.</param>
public sealed record Suggestion(string Text, int Articles, string Reason);
