using System.Globalization;

namespace SearchService.Language.Transliteration;

/// <summary>
/// P(Latin spelling | sound): how each sound of Devanagari is written in Latin letters. Immutable.
/// (A noisy channel over aligned letters: Knight and Graehl, Machine Transliteration, Computational Linguistics 24, 1998.)
/// </summary>
internal sealed class Channel
{
    private readonly Spelling[][] _bySlot;
    private readonly SpokenSpellings _spoken;

    /// <summary>Makes a channel of the spellings of every slot.</summary>
    public Channel(Spelling[][] bySlot)
    {
        (_bySlot, _spoken) = (bySlot, new(this));
        Least = new(this);
    }

    /// <summary>The least that letters can cost.</summary>
    public LeastCosts Least { get; }

    /// <summary>The channel that comes with the product.</summary>
    public static Channel Default { get; } = Read("Transliteration.channel.tsv");

    /// <summary>The spellings of a slot, likeliest first.</summary>
    public Spelling[] Of(int slot) => _bySlot[slot];

    /// <summary>The spellings of what is spoken together that text with these first letters can begin with, likeliest first.</summary>
    /// <param name="spoken">What is spoken.</param>
    /// <param name="letters">The text's letters as <see cref="Spelling.Pack"/> packs them; 0 for no text left.</param>
    public Spelling[] Of(Spoken spoken, ulong letters) => _spoken.Of(spoken, letters);

    /// <summary>Reads a table: a slot's name, then spellings with their probability: <c>आ/final TAB a 0.8 aa 0.15</c>.</summary>
    public static Channel Read(string resource) => Parse(ResourceTable.Lines(resource));

    /// <summary>Reads the lines of a table.</summary>
    /// <exception cref="FormatException">A line is no line of a table.</exception>
    public static Channel Parse(IEnumerable<string> lines)
    {
        var byName = new Dictionary<string, Spelling[]>();
        foreach (var line in lines)
        {
            var columns = line.Split('\t');
            var fields = columns[1].Split(' ');
            var spellings = new Spelling[fields.Length / 2];
            for (var i = 0; i < spellings.Length; i++)
                spellings[i] = Spelling.Of(fields[2 * i], -MathF.Log(float.Parse(fields[(2 * i) + 1], CultureInfo.InvariantCulture)));
            byName[columns[0]] = spellings;
        }

        return new([.. Enumerable.Range(0, SoundSlots.Count).Select(slot => byName.GetValueOrDefault(SoundSlots.NameOf(slot) ?? "", []))]);
    }
}
