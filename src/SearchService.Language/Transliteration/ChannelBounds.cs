using SearchService.Language.Normalization;

namespace SearchService.Language.Transliteration;

/// <summary>The least that it can cost to read a Devanagari letter where some Latin letter comes next: most letters are ruled out by that alone. Immutable.</summary>
internal sealed class ChannelBounds
{
    private const int Units = 128;
    private const int Letters = 26;

    private readonly float[] _least = new float[Units * Letters];

    /// <summary>Works the bounds of a channel out.</summary>
    public ChannelBounds(Channel channel)
    {
        for (var unit = 0; unit < Units; unit++)
        {
            var slots = SoundSlots.AnyOf((char)(0x0900 + unit)).ToList();
            var silent = Least(slots, spelling => spelling.Length == 0);
            // The inherent vowel before a consonant is spoken together with it.
            if (Devanagari.IsConsonant((char)(0x0900 + unit)))
                slots.AddRange(SoundSlots.AnyInherentVowel());
            for (var letter = 0; letter < Letters; letter++)
                _least[(unit * Letters) + letter] = Math.Min(silent, Least(slots, spelling => spelling.Length > 0 && (byte)spelling.Letters == 'a' + letter));
        }

        float Least(List<int> slots, Func<Spelling, bool> fits) =>
            slots.SelectMany(channel.Of).Where(fits).Select(spelling => spelling.Cost).DefaultIfEmpty(float.PositiveInfinity).Min();
    }

    /// <summary>The bounds of the channel that comes with the product.</summary>
    public static ChannelBounds Default { get; } = new(Channel.Default);

    /// <summary>The bound.</summary>
    /// <param name="unit">A letter or sign, U+0900 to U+097F.</param>
    /// <param name="latin">The letter that comes next, a to z.</param>
    public float Of(char unit, char latin) => unit is Devanagari.Virama or Devanagari.Nukta ? 0 : _least[((unit & 0x7F) * Letters) + latin - 'a'];
}
