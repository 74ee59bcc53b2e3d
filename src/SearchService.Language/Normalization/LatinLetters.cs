using System.Globalization;
using System.Text;

namespace SearchService.Language.Normalization;

/// <summary>Latin letters without their diacritics.</summary>
internal static class LatinLetters
{
    private const int First = 0x00C0;
    private const int Last = 0x1EFF;

    private static readonly char[] Bases = Build();

    /// <summary>The base letter: é → e, ø → o; other units as they are. ß, æ, œ and þ, which become two, are handled by the fold.</summary>
    public static char Base(char unit) => unit is >= (char)First and <= (char)Last ? Bases[unit - First] : unit;

    /// <summary>The letter that follows when a letter becomes two, or NUL.</summary>
    public static char Second(char unit) => unit switch
    {
        'ß' => 's',
        'æ' or 'œ' => 'e',
        'þ' => 'h',
        _ => '\0',
    };

    private static char[] Build()
    {
        var bases = new char[Last - First + 1];
        for (var unit = First; unit <= Last; unit++)
        {
            var letter = (char)unit;
            bases[unit - First] = letter switch
            {
                'ø' => 'o',
                'ł' => 'l',
                'đ' or 'ð' => 'd',
                'ı' => 'i',
                'ß' => 's',
                'æ' => 'a',
                'œ' => 'o',
                'þ' => 't',
                _ => Decomposed(letter),
            };
        }
        return bases;
    }

    private static char Decomposed(char letter)
    {
        // Latin Extended-A/B and Extended Additional only: other scripts keep their marks.
        if (letter is > '\u024F' and < '\u1E00')
            return letter;
        var first = letter.ToString().Normalize(NormalizationForm.FormD)[0];
        return CharUnicodeInfo.GetUnicodeCategory(first) == UnicodeCategory.LowercaseLetter ? first : letter;
    }
}
