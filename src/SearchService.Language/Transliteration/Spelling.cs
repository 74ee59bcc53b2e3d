namespace SearchService.Language.Transliteration;

/// <summary>One way a sound is written in Latin letters.</summary>
/// <param name="Letters">The letters, one a byte, the first lowest.</param>
/// <param name="Length">How many, 0 to 8.</param>
/// <param name="Cost">-ln of its probability.</param>
internal readonly record struct Spelling(ulong Letters, int Length, float Cost)
{
    /// <summary>Most letters.</summary>
    public const int MaxLength = 8;

    /// <summary>The number of its first letter, a being 0; without meaning where it has none.</summary>
    public int First => (byte)Letters - 'a';

    /// <summary>What follows the first letter.</summary>
    public Spelling Rest => new(Letters >> 8, Length - 1, Cost);

    /// <summary>A spelling from its letters; <c>-</c> stands for none.</summary>
    public static Spelling Of(ReadOnlySpan<char> letters, float cost)
    {
        if (letters is "-")
            return new(0, 0, cost);
        return new(Pack(letters), letters.Length, cost);
    }

    /// <summary>This one with another behind it.</summary>
    public Spelling Then(Spelling next) => new(Letters | (next.Letters << (8 * Length)), Length + next.Length, Cost + next.Cost);

    /// <summary>Whether text that begins with these letters, packed alike, begins with the spelling.</summary>
    public bool Begins(ulong packed) => Length == 0 || ((packed ^ Letters) << (64 - (8 * Length))) == 0;

    /// <summary>The first eight letters, one a byte, the first lowest.</summary>
    public static ulong Pack(ReadOnlySpan<char> letters)
    {
        var packed = 0UL;
        for (var i = Math.Min(letters.Length, MaxLength) - 1; i >= 0; i--)
            packed = (packed << 8) | (byte)letters[i];
        return packed;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        if (Length == 0)
            return "-";
        var letters = Letters;
        return string.Create(Length, letters, static (text, packed) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = (char)((packed >> (8 * i)) & 0xFF);
        });
    }
}
