using SearchService.Language.Normalization;

namespace SearchService.Language.Correction;

/// <summary>
/// What a writer gets right or wrong in one piece: a consonant with its nukta and virama, a vowel letter, a vowel sign, an anusvara; outside
/// Devanagari a letter. <c>हिन्दी</c> is five: ह ि न् द ी.
/// </summary>
/// <param name="Letter">The letter or sign, a nukta letter as its base.</param>
/// <param name="HasNukta">A consonant with a nukta.</param>
/// <param name="IsDead">A consonant with a virama.</param>
internal readonly record struct Unit(char Letter, bool HasNukta = false, bool IsDead = false)
{
    /// <summary>Whether it is a consonant of Devanagari.</summary>
    public bool IsConsonant => Devanagari.IsConsonant(Letter);

    /// <summary>The unit that begins with a letter.</summary>
    public static Unit Of(char letter) => letter switch
    {
        // Nukta letters that NFC leaves whole stand next to their base.
        '\u0929' or '\u0931' or '\u0934' => new((char)(letter - 1), HasNukta: true),
        _ => new(letter),
    };

    /// <summary>The units of a word in NFC.</summary>
    public static Unit[] All(ReadOnlySpan<char> word)
    {
        var units = new List<Unit>(word.Length);
        foreach (var letter in word)
        {
            if (units.Count > 0 && units[^1].With(letter) is { } longer)
                units[^1] = longer;
            else
                units.Add(Of(letter));
        }

        return [.. units];
    }

    /// <summary>This unit with a nukta or virama behind it; null when <paramref name="next"/> begins a unit of its own.</summary>
    public Unit? With(char next) => next switch
    {
        Devanagari.Nukta when IsConsonant && !HasNukta && !IsDead => this with { HasNukta = true },
        Devanagari.Virama when IsConsonant && !IsDead => this with { IsDead = true },
        _ => null,
    };
}
