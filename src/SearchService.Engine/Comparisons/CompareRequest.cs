using System.Diagnostics.CodeAnalysis;
using SearchService.Engine.Querying;
using SearchService.Engine.Timelines;

namespace SearchService.Engine.Comparisons;

/// <summary>What becomes of articles that both searches find, when words are compared.</summary>
public enum Overlap
{
    /// <summary>They are left out.</summary>
    Out,

    /// <summary>They count on both sides.</summary>
    In,
}

/// <summary>What becomes of words of grammar.</summary>
public enum StopWordChoice
{
    /// <summary>They are not listed.</summary>
    Out,

    /// <summary>They are listed like any other.</summary>
    In,
}

/// <summary>A request for a comparison as a caller wrote it.</summary>
public sealed record CompareParameters
{
    /// <summary>The two queries; a blank one finds everything that the filters let through.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    /// <summary>Filters, readings and corrections, the same for both; its query is not looked at.</summary>
    public SearchParameters Search { get; init; } = new();

    /// <summary>out (also when blank) or in.</summary>
    public string? Overlap { get; init; }

    /// <summary>fold (also when blank) or split.</summary>
    public string? Spellings { get; init; }

    /// <summary>out (also when blank) or in.</summary>
    public string? StopWords { get; init; }

    /// <summary>Fewest occurrences of a word on the side it is listed for, 1 to 1,000,000; 5 when blank.</summary>
    public string? MinFrequency { get; init; }

    /// <summary>Words listed for each side, 0 to 500; 50 when blank.</summary>
    public string? Words { get; init; }

    /// <summary>Articles listed of each part, 0 to 50; 5 when blank.</summary>
    public string? Articles { get; init; }
}

/// <summary>A checked request for a comparison.</summary>
public sealed record CompareRequest
{
    /// <summary>Most words listed for a side, and those listed unless another number is asked for.</summary>
    public const int MostWords = 500, UsualWords = 50;

    /// <summary>Most articles listed of a part, and those listed unless another number is asked for.</summary>
    public const int MostArticles = 50, UsualArticles = 5;

    /// <summary>Fewest occurrences of a word unless another number is asked for.</summary>
    public const int UsualFrequency = 5;

    private const int MostFrequency = 1_000_000;

    internal CompareRequest()
    {
    }

    /// <summary>What becomes of articles that both searches find, when words are compared.</summary>
    public Overlap Overlap { get; internal init; }

    /// <summary>Whether inflections and other spellings of a word are counted with it.</summary>
    public Spellings Spellings { get; internal init; }

    /// <summary>What becomes of words of grammar.</summary>
    public StopWordChoice StopWords { get; internal init; }

    /// <summary>Fewest occurrences of a word on the side it is listed for.</summary>
    public int MinFrequency { get; internal init; } = UsualFrequency;

    /// <summary>Words listed for each side.</summary>
    public int Words { get; internal init; } = UsualWords;

    /// <summary>Articles listed of each part.</summary>
    public int Articles { get; internal init; } = UsualArticles;

    /// <summary>Everything that decides what the answer says.</summary>
    public string Canonical => string.Join('\n', First.Canonical, First.Text, Second.Canonical, Second.Text, $"{Overlap}/{Spellings}/{StopWords}/{MinFrequency}/{Words}/{Articles}");

    internal SearchRequest First { get; init; } = new();

    internal SearchRequest Second { get; init; } = new();

    /// <summary>Checks what a caller wrote.</summary>
    /// <param name="parameters">As written.</param>
    /// <param name="request">The request, when true is returned.</param>
    /// <param name="problem">Why not, when false is returned.</param>
    public static bool TryCreate(
        CompareParameters parameters,
        [NotNullWhen(true)] out CompareRequest? request,
        [NotNullWhen(false)] out RequestProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        request = null;
        if (parameters.Queries.Count != 2 || parameters.Queries.All(string.IsNullOrWhiteSpace))
        {
            problem = new("invalid_parameter", $"q is given {parameters.Queries.Count} times; expected two queries to compare, of which one may be blank: it stands for all articles.", "q");
            return false;
        }

        var search = parameters.Search with { Sort = null, Page = null, PageSize = null, Cursor = null, Facets = null };
        if (!SearchRequest.TryCreate(search with { Q = parameters.Queries[0] }, out var first, out problem)
            || !SearchRequest.TryCreate(search with { Q = parameters.Queries[1] }, out var second, out problem))
            return false;

        var choice = new ParameterChoice();
        var read = new CompareRequest
        {
            First = first,
            Second = second,
            Overlap = choice.Of(parameters.Overlap, "overlap", Overlap.Out),
            Spellings = choice.Of(parameters.Spellings, "spellings", Spellings.Fold),
            StopWords = choice.Of(parameters.StopWords, "stopWords", StopWordChoice.Out),
            MinFrequency = choice.Number(parameters.MinFrequency, "minFrequency", UsualFrequency, 1, MostFrequency),
            Words = choice.Number(parameters.Words, "words", UsualWords, 0, MostWords),
            Articles = choice.Number(parameters.Articles, "articles", UsualArticles, 0, MostArticles),
        };
        problem = choice.Problem;
        if (problem is null)
            request = read;
        return problem is null;
    }
}
