namespace SearchService.Language.Transliteration;

/// <summary>
/// The spellings of what is spoken together: those of up to three sounds put end to end, by their first letter. Made when first asked for
/// and kept: a channel has a few thousand of them. Safe for many threads.
/// </summary>
internal sealed class SpokenSpellings(Channel channel)
{
    /// <summary>The group of spellings of no letter.</summary>
    private const int Silent = 26;

    /// <summary>Unlikelier spellings than this, in -ln P, would never be kept by a search.</summary>
    private const float MostCost = 14f;

    /// <summary>Slots of the table; a channel fills about a quarter.</summary>
    private const int TableBits = 14;

    private readonly Lock _gate = new();
    private readonly Entry?[] _table = new Entry?[1 << TableBits];

    /// <summary>The spellings that text with these first letters can begin with, likeliest first; spellings of no letter among them.</summary>
    /// <param name="spoken">What is spoken.</param>
    /// <param name="letters">The text's letters as <see cref="Spelling.Pack"/> packs them; 0 for no text left.</param>
    public Spelling[] Of(Spoken spoken, ulong letters)
    {
        var group = letters == 0 ? Silent : (int)(byte)letters - 'a';
        for (var at = Start(spoken); ; at = (at + 1) & (_table.Length - 1))
        {
            var entry = Volatile.Read(ref _table[at]) ?? Put(at, spoken);
            if (entry.Spoken == spoken)
                return entry.Groups[group];
        }
    }

    private static int Start(Spoken spoken) =>
        (int)((((uint)spoken.Owed * 0x9E3779B1) ^ ((uint)spoken.Letter * 0x85EBCA77) ^ ((uint)spoken.Inherent * 0xC2B2AE3D)) >> (32 - TableBits));

    private Entry Put(int at, Spoken spoken)
    {
        lock (_gate)
            return _table[at] ??= new(spoken, Make(spoken));
    }

    private Spelling[][] Make(Spoken spoken)
    {
        List<Spelling> all = [default];
        for (var part = 0; part < 3; part++)
        {
            if (spoken[part] is var slot and >= 0)
                all = [.. all.SelectMany(_ => channel.Of(slot), (before, next) => before.Then(next)).Where(spelling => spelling.Length <= Spelling.MaxLength && spelling.Cost < MostCost)];
        }

        // The same letters may be split in more ways than one: the likeliest counts.
        var distinct = all.GroupBy(spelling => (spelling.Letters, spelling.Length)).Select(same => same.MinBy(spelling => spelling.Cost)).OrderBy(spelling => spelling.Cost).ToList();
        return [.. Enumerable.Range(0, Silent + 1).Select(letter => distinct.Where(spelling => spelling.Length == 0 || (byte)spelling.Letters == 'a' + letter).ToArray())];
    }

    private sealed record Entry(Spoken Spoken, Spelling[][] Groups);
}
