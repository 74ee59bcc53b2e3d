using System.Text;
using System.Xml;

namespace SearchService.Http;

/// <summary>Text for XML, which has no place for control characters and halves of surrogate pairs, not even escaped.</summary>
internal static class XmlText
{
    /// <summary>The text with U+FFFD for every character that XML 1.0 excludes.</summary>
    public static string Clean(string text)
    {
        if (text.All(letter => XmlConvert.IsXmlChar(letter)))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        return clean.ToString();
    }
}
