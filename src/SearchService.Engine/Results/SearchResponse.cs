using System.Text.Json.Serialization;

namespace SearchService.Engine.Results;

/// <summary>The answer to one search, serialised as it is by every caller.</summary>
public sealed record SearchResponse
{
    /// <summary>What was asked and how it was read.</summary>
    public required QueryReading Query { get; init; }

    /// <summary>How many articles match, and how many stories they are.</summary>
    public required Total Total { get; init; }

    /// <summary>fold: the hits are stories, the article of each that stands first; show: the hits are articles, copies among them.</summary>
    public required string Duplicates { get; init; }

    /// <summary>How many hits all pages have together.</summary>
    [JsonIgnore]
    public long Listed => Duplicates == "fold" ? Total.Stories ?? Total.Value : Total.Value;

    /// <summary>1-based page; 1 for a cursor's first answer and counted on from there.</summary>
    public required int Page { get; init; }

    /// <summary>Hits a page.</summary>
    public required int PageSize { get; init; }

    /// <summary>Ask with this for the next page; null on the last one.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Time from query tree to response, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>Sequence number of the last change that the searched snapshot holds.</summary>
    public required long Generation { get; init; }

    /// <summary>The articles of this page, best first.</summary>
    public required IReadOnlyList<Hit> Hits { get; init; }

    /// <summary>Counts for each facet asked for, most frequent first: over all matches, and where the search is narrowed to values of the facet, over what matches without that.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets { get; init; }

    /// <summary>Every cut, cap or reinterpretation that happened; empty when the answer is whole.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }
}

/// <summary>The query and its readings.</summary>
/// <param name="Text">The query as asked.</param>
/// <param name="Interpretations">How each word was read, in the order of the query.</param>
/// <param name="DidYouMean">The query with its misspelt words put right, if there are any. With a warning <c>corrected</c> the answer is to this query, since the one asked finds nothing; else it is an offer.</param>
public sealed record QueryReading(string Text, IReadOnlyList<Interpretation> Interpretations, string? DidYouMean = null);

/// <summary>One word of the query and the surface forms it stands for.</summary>
/// <param name="Word">The word as asked for, normalised.</param>
/// <param name="Forms">The forms searched, strongest first; the first is the word itself.</param>
public sealed record Interpretation(string Word, IReadOnlyList<InterpretedForm> Forms);

/// <summary>One surface form of the archive that answers a word.</summary>
/// <param name="Text">The form as printed.</param>
/// <param name="Weight">(0, 1]; 1 for the word itself.</param>
/// <param name="Reason">exact, spelling, inflection, transliteration, translation, correction or prefix.</param>
/// <param name="Articles">How many articles hold it, in any searched field (the largest of the fields' counts).</param>
/// <param name="Source">The lexicon that renders it so: seed, cldr or learnt; left out where none does.</param>
/// <param name="Evidence">How many articles taught it; left out for what was not learnt.</param>
public sealed record InterpretedForm(
    string Text,
    double Weight,
    string Reason,
    int Articles,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Source = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Evidence = 0);

/// <summary>How many articles match.</summary>
/// <param name="Value">The count.</param>
/// <param name="Relation"><c>eq</c> when exact, <c>gte</c> when counting stopped there.</param>
/// <param name="Stories">How many stories they are, articles with one text being one; left out where that is not counted.</param>
public sealed record Total(long Value, string Relation, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Stories = null);

/// <summary>A value of a facet, all of its spellings together.</summary>
/// <param name="Value">The spelling that most articles of the archive have.</param>
/// <param name="Count">How many articles, or stories where these are counted, have it, of those that answer the query under all filters but those of the facet itself.</param>
/// <param name="Selected">Whether the search is narrowed to it.</param>
public sealed record FacetCount(string Value, int Count, bool Selected);

/// <summary>Something the caller should know about the answer.</summary>
/// <param name="Code">Stable, snake_case: <c>forms_capped</c>, <c>terms_capped</c>, <c>read_as_words</c>, <c>snapshot_expired</c>, <c>article_gone</c>, <c>corrected</c>, …</param>
/// <param name="Message">A sentence for people.</param>
public sealed record Warning(string Code, string Message);
