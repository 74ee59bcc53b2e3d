namespace SearchService.Language.Normalization;

/// <summary>The letters of Devanagari by what they are; all for text in NFC.</summary>
internal static class Devanagari
{
    public const char Chandrabindu = '\u0901';
    public const char Anusvara = '\u0902';
    public const char Visarga = '\u0903';
    public const char Nukta = '\u093C';
    public const char Avagraha = '\u093D';
    public const char Virama = '\u094D';

    /// <summary>क..ह and the nukta letters with a code point of their own.</summary>
    public static bool IsConsonant(char unit) => unit is (>= '\u0915' and <= '\u0939') or (>= '\u0958' and <= '\u095F');

    /// <summary>अ..औ: a vowel written as a letter.</summary>
    public static bool IsVowelLetter(char unit) => unit is >= '\u0904' and <= '\u0914';

    /// <summary>ा..ौ: a vowel written on a consonant.</summary>
    public static bool IsVowelSign(char unit) => unit is >= '\u093E' and <= '\u094C';

    public static bool IsDigit(char unit) => unit is >= '\u0966' and <= '\u096F';

    public static bool IsDevanagari(char unit) => unit is >= '\u0900' and <= '\u097F';

    /// <summary>The varga (0 velar क .. 4 labial प) of a stop consonant, or -1; the nasals are members 4 of each and no stops.</summary>
    public static int VargaOfStop(char unit)
    {
        // U+0915..0928 are four vargas of five; U+0929 (ऩ) stands between them and U+092A..092E.
        var order = unit switch
        {
            >= '\u0915' and <= '\u0928' => unit - '\u0915',
            >= '\u092A' and <= '\u092E' => unit - '\u0916',
            _ => -1,
        };
        return order >= 0 && order % 5 != 4 ? order / 5 : -1;
    }

    /// <summary>The varga whose nasal this is (ङ ञ ण न म), or -1.</summary>
    public static int VargaOfNasal(char unit) => unit switch
    {
        '\u0919' => 0,
        '\u091E' => 1,
        '\u0923' => 2,
        '\u0928' => 3,
        '\u092E' => 4,
        _ => -1,
    };

    /// <summary>A plain stop before its own aspirate, as in द्ध, च्छ: the way Devanagari writes a doubled aspirate.</summary>
    public static bool IsPlainOf(char plain, char aspirate) =>
        VargaOfStop(plain) >= 0 && aspirate == plain + 1 && VargaOfStop(aspirate) == VargaOfStop(plain) && IsAspirate(aspirate);

    /// <summary>Vowels that are spoken: letters, signs and inherent vowels, but for the inherent vowel of a last consonant. <c>डॉक्टर</c> has 2.</summary>
    public static int CountVowels(ReadOnlySpan<char> word)
    {
        var count = 0;
        for (var index = 0; index < word.Length; index++)
        {
            var unit = word[index];
            if (IsVowelLetter(unit) || IsVowelSign(unit))
                count++;
            else if (IsConsonant(unit) && index + 1 < word.Length && !IsVowelSign(word[index + 1]) && word[index + 1] is not (Virama or Nukta))
                count++;
        }
        return count;
    }

    private static bool IsAspirate(char unit) =>
        unit is 'ख' or 'घ' or 'छ' or 'झ' or 'ठ' or 'ढ' or 'थ' or 'ध' or 'फ' or 'भ';
}
