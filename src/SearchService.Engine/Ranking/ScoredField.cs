using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Ranking;

/// <summary>A text field and what a word in it is worth.</summary>
/// <param name="Name">Name of the Lucene field.</param>
/// <param name="Flag">The field as a member of a set.</param>
/// <param name="Weight">How much one occurrence counts beside one in the body.</param>
/// <param name="LengthEffect">b of BM25, 0 to 1: how much a longer field lessens an occurrence.</param>
internal sealed record ScoredField(string Name, TextFields Flag, float Weight, float LengthEffect)
{
    /// <summary>
    /// Saturation of a concept's frequency: k1 of BM25. Half of the usual 1.2, since a concept gathers the occurrences of all its
    /// forms, and an article that repeats one word should not pass one that has them all (measured: docs/RELEVANCE.md).
    /// </summary>
    public const float Saturation = 0.6f;

    /// <summary>The searched fields; a field's place here is its number in the arrays of this folder.</summary>
    public static readonly ScoredField[] All =
    [
        new(IndexFields.Headline, TextFields.Headline, 2f, 0.3f),
        new(IndexFields.WebTitle, TextFields.WebTitle, 1f, 0.3f),
        new(IndexFields.Body, TextFields.Body, 1f, 0.3f),
    ];
}
