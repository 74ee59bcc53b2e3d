namespace SearchService.Language.Transliteration;

/// <summary>What a channel says of one Devanagari word and one Latin spelling, over all their alignments. For one thread; reused from pair to pair.</summary>
internal sealed class SpellingCost(Channel channel)
{
    private const int MaxLength = 40;

    private float[] _now = new float[MaxLength + 1];
    private float[] _next = new float[MaxLength + 1];
    private readonly ulong[] _packed = new ulong[MaxLength + 1];

    /// <summary>-ln P(<paramref name="latin"/> | the word of <paramref name="slots"/>); infinite when the one cannot be written as the other.</summary>
    /// <param name="slots">The word's sounds: see <see cref="SoundSlots.Of"/>.</param>
    /// <param name="latin">The spelling, lower-case.</param>
    public float Of(IReadOnlyList<int> slots, ReadOnlySpan<char> latin)
    {
        if (slots.Count == 0 || latin.Length is 0 or > MaxLength || latin.ContainsAnyExceptInRange('a', 'z'))
            return float.PositiveInfinity;
        for (var at = 0; at <= latin.Length; at++)
            _packed[at] = Spelling.Pack(latin[at..]);
        Array.Clear(_now);
        _now[0] = 1;
        var (first, last) = (0, 0);
        for (var index = 0; index < slots.Count; index++)
        {
            Array.Clear(_next);
            var (nextFirst, nextLast) = (int.MaxValue, -1);
            for (var at = first; at <= last; at++)
            {
                if (_now[at] <= 0)
                    continue;
                foreach (var spelling in channel.Of(slots[index]))
                {
                    var to = at + spelling.Length;
                    if (to > latin.Length || !spelling.Begins(_packed[at]))
                        continue;
                    _next[to] += _now[at] * MathF.Exp(-spelling.Cost);
                    (nextFirst, nextLast) = (Math.Min(nextFirst, to), Math.Max(nextLast, to));
                }
            }

            if (nextLast < 0)
                return float.PositiveInfinity;
            (_now, _next, first, last) = (_next, _now, nextFirst, nextLast);
        }

        return _now[latin.Length] > 0 ? -MathF.Log(_now[latin.Length]) : float.PositiveInfinity;
    }

    /// <summary>1 for what is written so every day, 0 for what hardly anyone writes so.</summary>
    /// <param name="cost">What <see cref="Of"/> says.</param>
    /// <param name="length">Letters of the spelling.</param>
    public static float Fit(float cost, int length) => Math.Clamp(1.25f - ((cost - 1) / (length + 1)), 0, 1);
}
