using System.Text.Json.Serialization;

namespace SearchService.Engine.Evaluation;

/// <summary>How well concepts gather the forms of a lemma and nothing else.</summary>
/// <param name="Forms">Different forms in the list.</param>
/// <param name="Recall">Of the pairs of different forms that share a lemma, the share whose concepts contain each other.</param>
/// <param name="Precision">Of the pairs whose concepts contain each other, the share that share a lemma.</param>
public sealed record ConflationReport(
    [property: JsonPropertyName("forms")] int Forms,
    [property: JsonPropertyName("recall")] double Recall,
    [property: JsonPropertyName("precision")] double Precision);
