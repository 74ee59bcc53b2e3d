using SearchService.Http;

namespace SearchService.Pages;

/// <summary>The page that explains how to search, by examples that run.</summary>
internal static class HelpView
{
    /// <summary>Where it is.</summary>
    public const string Path = "/help";

    /// <summary>Sections with examples, in order; <c>help.tsv</c> has the examples.</summary>
    public static readonly IReadOnlyList<string> Taught = ["words", "scripts", "phrase", "logic", "fields", "dates", "forms", "spelling"];

    /// <summary>Sections of text alone, after those.</summary>
    public static readonly IReadOnlyList<string> Told = ["limits", "ranking", "keys", "cite"];

    /// <summary>What the keys do: each with the texts' key of it.</summary>
    public static readonly IReadOnlyList<(string[] Keys, string Text)> KeyBindings =
    [
        (["/"], "slash"), (["↓", "↑"], "arrows"), (["Enter"], "enter"), (["→"], "right"), (["Esc"], "escape"), (["n", "p"], "marks"), (["?"], "help"),
    ];

    /// <summary>Answers <c>/help</c>.</summary>
    public static IResult Answer(HttpContext context, Caching caching)
    {
        var visit = Visit.Of(context);
        return caching.Holds(context, EntityTags.Of(0, "help", visit.Language.Code, visit.StyleSheet, visit.Keys, context.Request.QueryString.Value), "Accept-Language")
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : new PageResult<HelpPage>(new() { [nameof(HelpPage.Visit)] = visit });
    }
}
