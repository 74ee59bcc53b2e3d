using System.ComponentModel.DataAnnotations;

namespace SearchService.Settings;

/// <summary>Who may change articles over HTTP, and how large one may be: <c>SearchService:Writing</c>.</summary>
internal sealed class WritingSettings : IValidatableObject
{
    private const int ShortestKey = 16;

    /// <summary>Keys that open PUT, POST and DELETE; without any, writing over HTTP is off.</summary>
    public IList<string> Keys { get; } = [];

    /// <summary>Largest article accepted, in bytes of its JSON.</summary>
    [Range(1_024, 512 * 1_024 * 1_024)]
    public int MaxArticleBytes { get; set; } = 16 * 1_024 * 1_024;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // A short key can be guessed over the network; the constant-time comparison would not help.
        if (Keys.Any(key => key.Length < ShortestKey))
            yield return new ValidationResult($"A key of SearchService:Writing:Keys is shorter than {ShortestKey} characters.", [nameof(Keys)]);
    }
}
