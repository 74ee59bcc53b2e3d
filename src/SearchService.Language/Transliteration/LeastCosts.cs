namespace SearchService.Language.Transliteration;

/// <summary>
/// The least that it can cost to speak a letter of Devanagari when the text goes on with a given Latin letter, whatever stands beside it: what a search
/// knows of a place before it has gone on from there.
/// </summary>
internal sealed class LeastCosts
{
    /// <summary>Groups: the 26 letters, and no letter left.</summary>
    private const int Groups = 27;

    private readonly float[] _least = new float[128 * Groups];
    private readonly float[] _inherent = new float[Groups];
    private readonly float _silent = float.PositiveInfinity;

    /// <summary>Of a channel.</summary>
    public LeastCosts(Channel channel)
    {
        Array.Fill(_least, float.PositiveInfinity);
        Array.Fill(_inherent, float.PositiveInfinity);
        for (var slot = 0; slot < SoundSlots.Count; slot++)
        {
            var inherent = SoundSlots.IsInherentVowel(slot);
            var costs = inherent ? _inherent.AsSpan() : _least.AsSpan(SoundSlots.LetterNumber(slot) * Groups, Groups);
            foreach (var spelling in channel.Of(slot))
            {
                if (spelling.Length > 0)
                    Lower(ref costs[(byte)spelling.Letters - 'a'], spelling.Cost);
                else if (inherent)
                    _silent = Math.Min(_silent, spelling.Cost);
                else if (!SoundSlots.IsDoubled(slot)) // the other of the two is spoken then
                    LowerAll(costs, spelling.Cost);
            }
        }

        // A letter read may yet become another by a nukta: ज ज़.
        for (var letter = '\u0958'; letter <= '\u095F'; letter++)
        {
            for (var group = 0; group < Groups; group++)
                Lower(ref _least[((Sound.WithoutNukta(letter) & 0x7F) * Groups) + group], _least[((letter & 0x7F) * Groups) + group]);
        }
    }

    /// <summary>The least cost of what is read and not spoken, in -ln P; infinite when it cannot be.</summary>
    /// <param name="sound">What is read.</param>
    /// <param name="letters">How the text goes on, packed; 0 at its end.</param>
    public float Of(Sound sound, ulong letters)
    {
        if (sound.Letter == '\0')
            return 0;
        var group = letters == 0 ? Groups - 1 : (int)(byte)letters - 'a';
        var least = _least[((SoundSlots.VowelLetter(sound.Letter) & 0x7F) * Groups) + group];
        return sound.IsOwing ? Math.Min(_inherent[group], _silent + least) : least;
    }

    private static void Lower(ref float known, float cost) => known = Math.Min(known, cost);

    private static void LowerAll(Span<float> known, float cost)
    {
        foreach (ref var one in known)
            Lower(ref one, cost);
    }
}
