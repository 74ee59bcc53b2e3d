using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SearchService.Engine.Querying;

/// <summary>A checked request for completions.</summary>
public sealed record SuggestRequest
{
    /// <summary>Most suggestions at a time.</summary>
    public const int MostSize = 20;

    private const int UsualSize = 8;

    private SuggestRequest(string text, int size) => (Text, Size) = (text, size);

    /// <summary>What was typed, as it is; not blank.</summary>
    public string Text { get; }

    /// <summary>The most suggestions wanted.</summary>
    public int Size { get; }

    /// <summary>Checks what a caller wrote.</summary>
    /// <param name="q">What was typed.</param>
    /// <param name="size">1 to 20; 8 when blank.</param>
    /// <param name="request">The request, when true is returned.</param>
    /// <param name="problem">Why not, when false is returned.</param>
    public static bool TryCreate(
        string? q,
        string? size,
        [NotNullWhen(true)] out SuggestRequest? request,
        [NotNullWhen(false)] out RequestProblem? problem)
    {
        request = null;
        var number = UsualSize;
        if (string.IsNullOrWhiteSpace(q))
            problem = new("invalid_parameter", "q is missing; expected the beginning of a query.", "q");
        else if (q.Length > SearchRequest.MostCharacters)
            problem = new("query_too_long", $"The query has {q.Length:N0} characters; at most {SearchRequest.MostCharacters:N0} are completed.", "q");
        else if (!string.IsNullOrWhiteSpace(size) && (!int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > MostSize))
            problem = new("invalid_parameter", $"size is \"{(size.Length > 40 ? size[..40] + "…" : size)}\"; expected a whole number from 1 to {MostSize}.", "size");
        else
            (request, problem) = (new(q, number), null);
        return problem is null;
    }
}
