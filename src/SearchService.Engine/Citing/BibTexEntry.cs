using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.RegularExpressions;

namespace SearchService.Engine.Citing;

/// <summary>A BibTeX entry. Devanagari stays as it is: BibLaTeX, and BibTeX under XeTeX and LuaTeX, read UTF-8.</summary>
internal static partial class BibTexEntry
{
    private static readonly SearchValues<char> Special = SearchValues.Create(@"\{}$&%#_^~");

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The entry, with a line feed at its end: an @article of a paper, a @misc where the paper is not known.</summary>
    public static string Of(CitedArticle article)
    {
        var entry = new StringBuilder();
        entry.Append(article.Paper is null ? "@misc{" : "@article{").Append(Key(article.Id));
        // Twice in braces, a name is not taken apart and a title keeps its letters.
        Field("title", article.Title, "{{", "}}");
        Field("titleaddon", article.Translation);
        Field("author", article.Author, "{{", "}}");
        Field("journal", article.Paper);
        if (article.Day is { } day)
        {
            Verbatim("date", day.ToString("O", CultureInfo.InvariantCulture));
            Verbatim("year", day.Year.ToString("0000", CultureInfo.InvariantCulture));
            // The name of the month as styles define it, so without braces.
            entry.Append(",\n  month = ").Append(Months[day.Month - 1]);
        }

        Verbatim("url", article.Url);
        Field("langid", LanguageName(article.Language));
        Field("keywords", article.Tags.Count == 0 ? null : string.Join(", ", article.Tags));
        Field("note", article.Note);
        if (article.Link is { } link && link.Address != article.Url)
            entry.Append(",\n  howpublished = {").Append(Escaped(link.Archive)).Append(", \\url{").Append(link.Address).Append("}}");
        return entry.Append("\n}\n").ToString();

        void Field(string name, string? value, string open = "{", string close = "}")
        {
            if (value is not null)
                entry.Append(",\n  ").Append(name).Append(" = ").Append(open).Append(Escaped(value)).Append(close);
        }

        // Addresses are read as they stand, by \url and by BibLaTeX.
        void Verbatim(string name, string? value)
        {
            if (value is not null)
                entry.Append(",\n  ").Append(name).Append(" = {").Append(value).Append('}');
        }
    }

    /// <summary>The key of an id: itself where any program takes it, else one made of its hash, so that no two ids share it.</summary>
    public static string Key(string id) =>
        PlainKey().IsMatch(id) ? id : "a-" + XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(id)).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>A text that TeX prints as it is. No brace is left in it: BibTeX counts them, and those behind a backslash too.</summary>
    public static string Escaped(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\\' => escaped.Append(@"\textbackslash{}"),
                '{' => escaped.Append(@"\textbraceleft{}"),
                '}' => escaped.Append(@"\textbraceright{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '$' or '&' or '%' or '#' or '_' => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    private static string? LanguageName(string? tag) => tag?.Split('-')[0].ToLowerInvariant() switch
    {
        "hi" => "hindi",
        "en" => "english",
        _ => null,
    };

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9:._-]{0,59}\z")]
    private static partial Regex PlainKey();
}
