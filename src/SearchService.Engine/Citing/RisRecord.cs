using System.Globalization;
using System.Text;

namespace SearchService.Engine.Citing;

/// <summary>A RIS record: a tag of two letters, two spaces, a hyphen, a space and the value on each line, and CR LF behind it.</summary>
internal static class RisRecord
{
    /// <summary>The record, with an empty line at its end.</summary>
    public static string Of(CitedArticle article)
    {
        var record = new StringBuilder();
        Line("TY", "NEWS");
        Line("TI", article.Title);
        Line("TT", article.Translation);
        Line("AU", article.Author);
        Line("T2", article.Paper);
        Line("SE", article.Section);
        if (article.Day is { } day)
        {
            Line("PY", day.Year.ToString("0000", CultureInfo.InvariantCulture));
            // The last slash stands before a season, which news has not.
            Line("DA", day.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture));
        }

        Line("LA", article.Language);
        foreach (var tag in article.Tags)
            Line("KW", tag);
        Line("N1", article.Note);
        Line("UR", article.Url);
        if (article.Link is { } link)
        {
            Line("DB", OneLine.Of(link.Archive));
            if (link.Address != article.Url)
                Line("L2", link.Address);
        }

        Line("AN", OneLine.Of(article.Id));
        return record.Append("ER  - \r\n\r\n").ToString();

        void Line(string tag, string? value)
        {
            if (value is not null)
                record.Append(tag).Append("  - ").Append(value).Append("\r\n");
        }
    }
}
