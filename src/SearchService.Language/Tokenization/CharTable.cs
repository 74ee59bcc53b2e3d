using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SearchService.Language.Tokenization;

/// <summary>The <see cref="CharKind"/> of every UTF-16 unit: 64 KB, filled once from the Unicode categories of the runtime.</summary>
internal static class CharTable
{
    private static readonly CharKind[] Kinds = Build();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharKind Of(char unit) => Kinds[unit];

    /// <summary>Kind and flags of the code point at <paramref name="index"/>, and its length; a lone surrogate is a separator.</summary>
    public static CharKind At(ReadOnlySpan<char> text, int index, out int length)
    {
        var kind = Kinds[text[index]];
        length = 1;
        if (kind != CharKind.Surrogate)
            return kind;
        if (!char.IsHighSurrogate(text[index]) || index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1]))
            return CharKind.Separator;
        length = 2;
        var rune = new Rune(text[index], text[index + 1]);
        return Supplementary(rune);
    }

    public static bool IsHyphen(char unit) => unit is '-' or '\u2010' or '\u2011' or '\u2013';

    public static bool IsApostrophe(char unit) => unit is '\'' or '\u2019' or '\u02BC';

    /// <summary>True for a unit that can be the first of a word (for surrogates: may be).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Starts(CharKind kind) => (uint)((int)(kind & CharKind.KindMask) - 1) < 5;

    private static CharKind Supplementary(Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (rune.Value is >= 0xE0100 and <= 0xE01EF)
            return CharKind.Ignorable;
        return category switch
        {
            _ when rune.Value is >= 0x20000 and <= 0x3FFFF => CharKind.Ideograph | CharKind.Compose,
            <= UnicodeCategory.OtherLetter => CharKind.Letter | CharKind.Compose,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharKind.Mark | CharKind.Compose,
            UnicodeCategory.DecimalDigitNumber => CharKind.Letter | CharKind.Compose,
            _ => CharKind.Separator,
        };
    }

    private static CharKind[] Build()
    {
        var kinds = new CharKind[0x10000];
        for (var unit = 0; unit < kinds.Length; unit++)
            kinds[unit] = Classify((char)unit);
        return kinds;
    }

    private static CharKind Classify(char unit)
    {
        if (char.IsSurrogate(unit))
            return CharKind.Surrogate;
        if (unit is '.' or ',' || IsHyphen(unit) || IsApostrophe(unit))
            return CharKind.Separator | CharKind.Joiner;
        // Soft hyphen, zero-width joiners, bidi marks and embeddings, word joiner, BOM, variation selectors.
        if (unit is '\u00AD' or (>= '\u200C' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064')
            or (>= '\u2066' and <= '\u2069') or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F'))
        {
            return CharKind.Ignorable;
        }
        // Vowels and finals of decomposed Hangul follow their initial as marks do.
        if (unit is (>= '\u1160' and <= '\u11FF') or (>= '\uD7B0' and <= '\uD7FF'))
            return CharKind.Mark | CharKind.Compose;
        var kind = char.GetUnicodeCategory(unit) switch
        {
            <= UnicodeCategory.OtherLetter => Script(unit),
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharKind.Mark,
            UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
            _ => CharKind.Separator,
        };
        if (kind == CharKind.Separator)
            return kind;
        if (char.ToLowerInvariant(unit) != unit)
            kind |= CharKind.Upper;
        if (unit == '\u093C')
            kind |= CharKind.Nukta;
        else if (MayNeedComposition(unit))
            kind |= CharKind.Compose;
        return kind;
    }

    private static CharKind Script(char unit) => unit switch
    {
        (>= '\u0900' and <= '\u097F') or (>= '\uA8E0' and <= '\uA8FF') => CharKind.Devanagari,
        <= '\u02AF' or (>= '\u1E00' and <= '\u1EFF') or (>= '\uFF21' and <= '\uFF5A') or '\u212A' or '\u212B' => CharKind.Latin,
        (>= '\u3041' and <= '\u309F') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') => CharKind.Ideograph,
        _ => CharKind.Letter,
    };

    /// <summary>
    /// False only where NFC is known to leave the unit as it is, whatever stands beside it: Latin up to U+02FF and Devanagari, but for
    /// U+0958..095F (क़ … are excluded from composition: NFC writes them क + U+093C) and the stress marks U+0951..0954 (reordered).
    /// </summary>
    private static bool MayNeedComposition(char unit) => unit switch
    {
        < '\u0300' => false,
        >= '\u0900' and <= '\u097F' => unit is (>= '\u0951' and <= '\u0954') or (>= '\u0958' and <= '\u095F'),
        _ => true,
    };
}
