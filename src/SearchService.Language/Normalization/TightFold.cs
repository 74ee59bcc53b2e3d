using System.Buffers;
using static SearchService.Language.Normalization.Devanagari;

namespace SearchService.Language.Normalization;

/// <summary>
/// The key under which spellings of the same word meet that differ only in how the orthography may write it. It keeps vowel length and virama, so
/// दिन ≠ दीन, कर्म ≠ क्रम, and every inflectional ending can still be seen in it.
/// <list type="bullet">
/// <item>nukta dropped: ज़ → ज, सड़क → सडक (U+093C; U+0929 ऩ, U+0931 ऱ, U+0934 ऴ to their base)</item>
/// <item>chandrabindu → anusvara: हँस → हंस; homorganic nasal before a stop of its varga → anusvara: हिन्दी → हिंदी, सम्बन्ध → संबंध</item>
/// <item>glide य between a vowel and ी or े dropped: गयी → गई, लिये → लिए, जायेगा → जाएगा</item>
/// <item>visarga and avagraha dropped: दुःख → दुख; अ with a vowel sign, as bad fonts write it, is the vowel: अा → आ</item>
/// <item>candra e as ऐ: मॅच → मैच (candra o, ॉ, can be another word and is left to <see cref="WideFold"/>)</item>
/// <item>digits → ASCII, grouping commas dropped: २,०१९ → 2019; full stops of abbreviations, apostrophes, and hyphens beside a letter dropped</item>
/// <item>Latin diacritics dropped: é → e</item>
/// </list>
/// </summary>
internal static class TightFold
{
    // What is dropped or put back to its base before any rule looks at neighbours: a nukta, visarga, avagraha or accent (U+0951–U+0954)
    // between two units must hide neither a glide nor a nasal: यःे folds like ये, ऩ्द like न्द.
    private static readonly SearchValues<char> Marked =
        SearchValues.Create([Nukta, Visarga, Avagraha, '\u0951', '\u0952', '\u0953', '\u0954', '\u0929', '\u0931', '\u0934']);

    /// <summary>How long a key can become: ß and the like are written as two.</summary>
    public static int MaxLength(int formLength) => formLength * 2;

    /// <summary>The key as a string.</summary>
    public static string Of(ReadOnlySpan<char> form)
    {
        Span<char> key = MaxLength(form.Length) <= 512 ? stackalloc char[512] : new char[MaxLength(form.Length)];
        return key[..Write(form, key)].ToString();
    }

    /// <summary>Writes the key of <paramref name="form"/> and returns its length. Applied to a key it changes nothing.</summary>
    public static int Write(ReadOnlySpan<char> form, Span<char> key)
    {
        if (!form.ContainsAny(Marked))
            return WriteUnmarked(form, key);
        Span<char> unmarked = form.Length <= 256 ? stackalloc char[256] : new char[form.Length];
        var length = 0;
        foreach (var unit in form)
        {
            if (!Marked.Contains(unit))
                unmarked[length++] = unit;
            else if (unit is '\u0929' or '\u0931' or '\u0934')
                unmarked[length++] = (char)(unit - 1); // ऩ → न, ऱ → र, ऴ → ळ: each stands next to its base
        }

        return WriteUnmarked(unmarked[..length], key);
    }

    private static int WriteUnmarked(ReadOnlySpan<char> form, Span<char> key)
    {
        var length = 0;
        for (var index = 0; index < form.Length; index++)
        {
            var unit = form[index];
            if (unit < '\u0080')
            {
                if (unit is '.' or ',' or '-' or '\'' && !Keeps(form, index))
                    continue;
                key[length++] = unit;
            }
            else if (IsDevanagari(unit))
            {
                length = WriteDevanagari(form, ref index, key, length);
            }
            else
            {
                key[length++] = LatinLetters.Base(unit);
                if (LatinLetters.Second(unit) is var second and not '\0')
                    key[length++] = second;
            }
        }
        return length;
    }

    private static int WriteDevanagari(ReadOnlySpan<char> form, ref int index, Span<char> key, int length)
    {
        var unit = form[index];
        var before = length > 0 ? key[length - 1] : '\0';
        switch (unit)
        {
            case Chandrabindu or Anusvara:
                if (before != Anusvara)
                    key[length++] = Anusvara;
                return length;
            case 'य' when index + 1 < form.Length && form[index + 1] is 'ी' or 'े' && EndsInVowel(before):
                key[length++] = form[++index] == 'ी' ? 'ई' : 'ए';
                return length;
            case 'ॅ':
                unit = 'ै';
                break;
            case 'ऍ' or 'ॲ':
                key[length++] = 'ऐ';
                return length;
        }
        if (IsVowelSign(unit) && Composed(before, unit) is var vowel and not '\0')
        {
            key[length - 1] = vowel;
            return length;
        }
        if (IsDigit(unit))
        {
            key[length++] = (char)('0' + (unit - '\u0966'));
            return length;
        }
        if (VargaOfNasal(unit) is var varga and >= 0 && index + 2 < form.Length && form[index + 1] == Virama && VargaOfStop(form[index + 2]) == varga
            && before is not ('\0' or Virama or Anusvara))
        {
            key[length++] = Anusvara;
            index++;
            return length;
        }
        key[length++] = unit;
        return length;
    }

    /// <summary>Points and hyphens stay only between digits: 5.2 is not 52, 2019-20 is not 201920.</summary>
    private static bool Keeps(ReadOnlySpan<char> form, int index) =>
        form[index] is '.' or '-' && index > 0 && index + 1 < form.Length && char.IsDigit(form[index - 1]) && char.IsDigit(form[index + 1]);

    /// <summary>A consonant without virama ends in its inherent vowel.</summary>
    private static bool EndsInVowel(char unit) => IsConsonant(unit) || IsVowelLetter(unit) || IsVowelSign(unit);

    /// <summary>The vowel meant by a vowel sign typed behind a vowel: अ + ा, ा + े (two strokes of ो).</summary>
    private static char Composed(char vowel, char sign) => (vowel, sign) switch
    {
        ('अ', 'ा') => 'आ',
        ('अ', 'ो') or ('आ', 'े') => 'ओ',
        ('अ', 'ौ') or ('आ', 'ै') => 'औ',
        ('अ', 'ॉ') => 'ऑ',
        ('ए', 'े') => 'ऐ',
        ('ा', 'े') => 'ो',
        ('ा', 'ै') => 'ौ',
        _ => '\0',
    };
}
