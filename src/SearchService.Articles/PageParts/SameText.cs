using System.Globalization;
using System.Text;

namespace SearchService.Articles.PageParts;

/// <summary>Tells repeated lines of a page, which differ in quotes, spaces and joiners.</summary>
internal static class SameText
{
    /// <summary>Letters, marks and digits of a text, lower case.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
            else if (char.IsSurrogate(c) || IsMark(c)) key.Append(c);
        }
        return key.ToString();
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
