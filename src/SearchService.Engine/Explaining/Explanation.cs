using SearchService.Engine.Results;

namespace SearchService.Engine.Explaining;

/// <summary>Why an article has its score: what each part of the query added to it.</summary>
/// <param name="Query">What was asked and how it was read.</param>
/// <param name="Id">The article.</param>
/// <param name="IsMatch">Whether the article answers the search; if not, nothing scores.</param>
/// <param name="Score">Its score, as searches give it; the scores of the parts add up to it.</param>
/// <param name="Generation">Sequence number of the last change that the snapshot holds.</param>
/// <param name="Articles">How many articles the snapshot holds: what rarity is measured against.</param>
/// <param name="Parts">What scored, in the order in which it is added, and the words and phrases of the query that are not there, with score 0. Conditions that only filter have no part.</param>
/// <param name="Warnings">Every cap or second reading.</param>
public sealed record Explanation(
    QueryReading Query, string Id, bool IsMatch, double Score, long Generation, int Articles, IReadOnlyList<ExplainedPart> Parts, IReadOnlyList<Warning> Warnings);

/// <summary>A word, phrase or pair of neighbours and what it added.</summary>
/// <param name="Kind"><c>word</c>; <c>phrase</c> or <c>near</c>, what words gain by standing so; <c>neighbours</c>, what two words of the query gain by standing near each other.</param>
/// <param name="Words">The words asked for: one of a word, two of neighbours.</param>
/// <param name="Score">What it added; 0 when it is not there.</param>
/// <param name="Share">Its share of the article's score, 0 to 1.</param>
/// <param name="Rarity">Natural logarithm that grows as fewer articles hold the word in any of its forms; of several words that of the most frequent.</param>
/// <param name="Articles">About how many articles hold it in any of its forms, a doubtful form counting less; of several words the most frequent.</param>
/// <param name="Most">What it could add at most, however often it stood there.</param>
/// <param name="Places">Where it stands, in the order of forms and fields.</param>
public sealed record ExplainedPart(
    string Kind, IReadOnlyList<string> Words, double Score, double Share, double Rarity, long Articles, double Most, IReadOnlyList<ExplainedPlace> Places);

/// <summary>A form of a word, or an arrangement of words, in one field of the article.</summary>
/// <param name="Field">headline, webTitle or body.</param>
/// <param name="Form">The word as the article prints it, normalised; null where several words stand together.</param>
/// <param name="Reason">Why that form answers: exact, spelling, inflection, transliteration, translation, correction or prefix; null where several words stand together.</param>
/// <param name="Weight">How surely it does, (0, 1]; 1 where several words stand together.</param>
/// <param name="Occurrences">How often it stands there; null for neighbours, whose distances count.</param>
/// <param name="Worth">What that counts, by field, length of the field and weight: a part adds more the greater the sum of its worths w, as w / (0.6 + w).</param>
public sealed record ExplainedPlace(string Field, string? Form, string? Reason, double Weight, int? Occurrences, double Worth);
