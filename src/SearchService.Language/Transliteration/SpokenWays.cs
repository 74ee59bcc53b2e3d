namespace SearchService.Language.Transliteration;

/// <summary>How much of a text a spelling uses up, and what it costs.</summary>
/// <param name="Length">Letters.</param>
/// <param name="Cost">-ln P.</param>
internal readonly record struct SpokenWay(int Length, float Cost);

/// <summary>
/// The spellings of what is spoken that a text goes on with, looked at once for all the letters that may follow: before most of them the same is
/// spoken. Reused from place to place; for one thread at a time.
/// </summary>
internal sealed class SpokenWays(Channel channel)
{
    private const int MostKept = 8;

    private readonly (Spoken Spoken, int From, int To)[] _kept = new (Spoken, int, int)[MostKept];
    private SpokenWay[] _ways = new SpokenWay[64];
    private int _count;
    private ulong _letters;
    private int _length;

    /// <summary>Begins with a text.</summary>
    /// <param name="letters">Its first letters as <see cref="Spelling.Pack"/> packs them; 0 for none.</param>
    /// <param name="length">How many letters it has.</param>
    public void Begin(ulong letters, int length) => (_letters, _length, _count) = (letters, length, 0);

    /// <summary>The spellings that the text begins with, likeliest first; valid until the next call.</summary>
    public ReadOnlySpan<SpokenWay> Of(in Spoken spoken)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_kept[i].Spoken == spoken)
                return _ways.AsSpan(_kept[i].From.._kept[i].To);
        }

        if (_count == MostKept)
            _count = 0;
        var from = _count == 0 ? 0 : _kept[_count - 1].To;
        var to = from;
        foreach (ref readonly var spelling in channel.Of(spoken, _letters).AsSpan())
        {
            if (spelling.Length > _length || !spelling.Begins(_letters))
                continue;
            if (to == _ways.Length)
                Array.Resize(ref _ways, to * 2);
            _ways[to++] = new(spelling.Length, spelling.Cost);
        }

        _kept[_count++] = (spoken, from, to);
        return _ways.AsSpan(from..to);
    }
}
