using SearchService.Language.Normalization;
using SearchService.Language.Tokenization;

namespace SearchService.Language.Segmentation;

/// <summary>
/// Orthographic syllables (akshara), the units a reader sees and a mark must not cut: a letter, or consonants joined by virama
/// (with nukta and ZWJ/ZWNJ between), with the vowel sign and other signs after them. <c>अनुच्छेद</c> has four: अ नु च्छे द.
/// Outside the Indic scripts: a code point and the combining marks after it.
/// </summary>
public static class Syllables
{
    /// <summary>True when a syllable starts or the text ends at <paramref name="index"/>.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="index">A place between UTF-16 units, 0 to the length of the text.</param>
    public static bool IsBoundary(ReadOnlySpan<char> text, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, text.Length);
        if (index == 0 || index == text.Length)
            return true;
        var next = text[index];
        if (next < '\u0300' && next != '\u00AD')
            return !(next == '\n' && text[index - 1] == '\r');
        if (char.IsLowSurrogate(next) && char.IsHighSurrogate(text[index - 1]))
            return false;
        var kind = CharTable.At(text, index, out _) & CharKind.KindMask;
        if (kind is CharKind.Mark or CharKind.Ignorable)
            return text[index - 1] is '\n' or '\r';
        return kind is not (CharKind.Devanagari or CharKind.Letter) || !JoinedByVirama(text, index);
    }

    /// <summary>The least range of whole syllables that holds the given range.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="start">Start in UTF-16 units.</param>
    /// <param name="length">Length in UTF-16 units.</param>
    public static (int Start, int Length) Widen(ReadOnlySpan<char> text, int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var end = start + length;
        while (!IsBoundary(text, start))
            start--;
        while (!IsBoundary(text, end))
            end++;
        return (start, end - start);
    }

    /// <summary>How many syllables a word has.</summary>
    internal static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (IsBoundary(text, index))
                count++;
        }
        return count;
    }

    private static bool JoinedByVirama(ReadOnlySpan<char> text, int index)
    {
        var before = index - 1;
        while (before >= 0 && (text[before] == '\u093C' || CharTable.Of(text[before]) == CharKind.Ignorable))
            before--;
        // An independent vowel after a virama is a syllable of its own: क् + इ.
        if (before < 0 || !IsVirama(text[before]) || Devanagari.IsVowelLetter(text[index]))
            return false;
        while (before >= 0 && (CharTable.Of(text[before]) & CharKind.KindMask) is CharKind.Mark or CharKind.Ignorable)
            before--;
        // The virama must stand on a letter of the same script: क् followed by a Latin letter is no cluster, nor is a virama behind a danda.
        return before >= 0
            && (CharTable.Of(text[before]) & CharKind.KindMask) is CharKind.Devanagari or CharKind.Letter
            && (text[before] & 0xFF80) == (text[index] & 0xFF80);
    }

    /// <summary>Virama of the scripts that build clusters with it; Tamil (U+0BCD) shows it instead.</summary>
    private static bool IsVirama(char unit) =>
        unit is '\u094D' or '\u09CD' or '\u0A4D' or '\u0ACD' or '\u0B4D' or '\u0C4D' or '\u0CCD' or '\u0D4D';
}
