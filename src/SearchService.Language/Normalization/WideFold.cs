using static SearchService.Language.Normalization.Devanagari;

namespace SearchService.Language.Normalization;

/// <summary>
/// A wider key over <see cref="TightFold"/>: spellings that are usual for the same word but could, rarely, be two words.
/// Words that meet only here get a lower weight.
/// <list type="bullet">
/// <item>candra o of loan words: डॉक्टर → डाक्टर, where two vowels or more are spoken before a last written one (बॉल ≠ बाल, कॉफी ≠ काफी)</item>
/// <item>न् before a stop of another varga, स or श → anusvara: इन्कार → इंकार, फ्रान्स → फ्रांस; a last म् → anusvara: एवम् → एवं</item>
/// <item>a doubled consonant before य र व, or behind र्, is single: महत्त्व → महत्व, कर्त्ता → कर्ता, अर्द्ध → अर्ध</item>
/// <item>र्र → रर: अंतर्राष्ट्रीय → अंतरराष्ट्रीय; ह्न, ह्म → न्ह, म्ह: चिह्न → चिन्ह; श् before ट ठ ण → ष्; a first ऋ → रि</item>
/// <item>English: -ise → -ize, -our → -or and a table of the other British spellings</item>
/// </list>
/// </summary>
internal static class WideFold
{
    /// <summary>How long a key can become: ऋ and र्र grow by one unit.</summary>
    public static int MaxLength(int tightLength) => (tightLength * 2) + 2;

    /// <summary>The key as a string.</summary>
    public static string Of(ReadOnlySpan<char> tight)
    {
        Span<char> key = MaxLength(tight.Length) <= 1024 ? stackalloc char[1024] : new char[MaxLength(tight.Length)];
        return key[..Write(tight, key)].ToString();
    }

    /// <summary>Writes the wide key of a tight key and returns its length.</summary>
    public static int Write(ReadOnlySpan<char> tight, Span<char> key)
    {
        if (tight.Length > 0 && char.IsAsciiLetter(tight[0]))
            return BritishSpelling.Write(tight, key);
        var length = 0;
        var index = 0;
        var candra = tight.IndexOfAny('ॉ', 'ऑ') >= 0 && CountVowels(WithoutEnding(tight)) >= 2;
        if (tight.Length > 1 && tight[0] == 'ऋ')
        {
            key[length++] = 'र';
            key[length++] = 'ि';
            index = 1;
        }
        for (; index < tight.Length; index++)
        {
            var unit = tight[index];
            if (candra && unit is 'ॉ' or 'ऑ')
                unit = unit == 'ॉ' ? 'ा' : 'आ';
            if (index + 1 < tight.Length && tight[index + 1] == Virama && length > 0)
            {
                var next = index + 2 < tight.Length ? tight[index + 2] : '\0';
                var behind = index + 3 < tight.Length ? tight[index + 3] : '\0';
                if ((unit == 'न' && TakesAnusvara(next)) || (unit == 'म' && next == '\0'))
                {
                    key[length++] = Anusvara;
                    index++;
                    continue;
                }
                if (IsDoubled(unit, next) && (AfterR(key[..length]) || (behind == Virama && index + 4 < tight.Length && tight[index + 4] is 'य' or 'र' or 'व')))
                {
                    index++;
                    continue;
                }
                if (unit == 'र' && next == 'र')
                {
                    key[length++] = 'र';
                    index++;
                    continue;
                }
                if (unit == 'ह' && next is 'न' or 'म')
                {
                    key[length++] = next;
                    key[length++] = Virama;
                    key[length++] = 'ह';
                    index += 2;
                    continue;
                }
                if (unit == 'श' && next is 'ट' or 'ठ' or 'ण')
                    unit = 'ष';
            }
            key[length++] = unit;
        }
        return length;
    }

    private static bool TakesAnusvara(char next) => next is 'स' or 'श' or 'फ' || VargaOfStop(next) is >= 0 and < 4;

    private static bool IsDoubled(char first, char second) => IsConsonant(first) && (first == second || IsPlainOf(first, second));

    private static bool AfterR(ReadOnlySpan<char> key) => key.Length >= 2 && key[^1] == Virama && key[^2] == 'र';

    /// <summary>The word without a last written vowel: मॉलों and जॉनी have the one vowel of मॉल and जॉन, and कॉफी is not काफी.</summary>
    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> tight) =>
        tight.Length > 1 && tight[^1] == Anusvara && IsVowelSign(tight[^2]) ? tight[..^2] : IsVowelSign(tight[^1]) ? tight[..^1] : tight;
}
