using System.Numerics;

namespace SearchService.Engine.Stories;

/// <summary>
/// Reads a text as the hashes of its shingles, that is of each three words in a row (Broder, On the resemblance and containment of documents,
/// 1997). Words are runs of letters and digits, as printed but for what papers spell differently or programs lose: case, nukta, chandrabindu
/// for anusvara, joiners, the script of digits. One pass over the letters; nothing is allocated.
/// </summary>
internal ref struct ShingleReader
{
    /// <summary>
    /// Words of a shingle. Of a text with one word in five changed half the shingles of three words are left; texts on the same
    /// matter in other words share next to none.
    /// </summary>
    public const int Words = 3;

    private const ulong Start = 0xCBF29CE484222325;
    private const ulong Step = 0x9E3779B97F4A7C15;
    private const char Break = '\0';
    private const char Nothing = '\uFFFF';
    private const char FirstIndic = '\u0900';

    // What the letters of Latin, and of Devanagari, stand for here.
    private static readonly char[] Basic = Table('\0', 128);
    private static readonly char[] Indic = Table(FirstIndic, 128);

    private ReadOnlySpan<char> _text;
    private ulong _before;
    private ulong _last;
    private int _words;

    /// <summary>Begins a text.</summary>
    public ShingleReader(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Hash of the shingle just read: all 64 bits are as good as random.</summary>
    public ulong Current { get; private set; }

    /// <summary>Reads on to the next shingle.</summary>
    public bool MoveNext()
    {
        while (NextWord() is not 0 and var word)
        {
            Current = Mixed(BitOperations.RotateLeft(_before, 21) + (BitOperations.RotateLeft(_last, 42) ^ word));
            (_before, _last) = (_last, word);
            if (++_words >= Words)
                return true;
        }

        return false;
    }

    private ulong NextWord()
    {
        var hash = Start;
        for (var at = 0; at < _text.Length; at++)
        {
            var read = Letter(_text[at]);
            if (read is not (Break or Nothing))
            {
                hash = (hash ^ read) * Step;
                hash ^= hash >> 29;
            }
            else if (read == Break && hash != Start)
            {
                _text = _text[(at + 1)..];
                return Mixed(hash);
            }
        }

        _text = [];
        return hash == Start ? 0 : Mixed(hash);
    }

    private static char Letter(char letter)
    {
        if (letter - FirstIndic is >= 0 and < 128)
            return Indic[letter - FirstIndic];
        return letter < 128 ? Basic[letter] : Other(letter);
    }

    private static char Other(char letter) => letter switch
    {
        // Joiners and marks of order are not printed.
        (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' => Nothing,
        _ when char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) => char.ToLowerInvariant(letter),
        _ => char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark ? letter : Break,
    };

    private static char[] Table(char first, int count)
    {
        const string WithNukta = "कखगजडढफय", Written = "\u0958\u0959\u095A\u095B\u095C\u095D\u095E\u095F";
        var table = new char[count];
        for (var at = 0; at < count; at++)
        {
            var letter = (char)(first + at);
            table[at] = letter switch
            {
                '\u093C' => Nothing,
                '\u0901' => '\u0902',
                >= '\u0966' and <= '\u096F' => (char)('0' + letter - '\u0966'),
                '\u0964' or '\u0965' or '\u0970' => Break,
                _ when Written.IndexOf(letter) is >= 0 and var with => WithNukta[with],
                _ => Other(letter),
            };
        }

        return table;
    }

    // The end of MurmurHash3 (Appleby): every bit of the number decides over every bit of the outcome.
    private static ulong Mixed(ulong number)
    {
        number = (number ^ (number >> 33)) * 0xFF51AFD7ED558CCD;
        number = (number ^ (number >> 33)) * 0xC4CEB9FE1A85EC53;
        return number ^ (number >> 33);
    }
}
