using System.Globalization;

namespace SearchService.Language.Transliteration;

/// <summary>
/// Fits a channel to pairs of a Devanagari word and a Latin spelling by expectation-maximisation over all alignments of sounds and letters
/// (Dempster, Laird and Rubin, 1977; for letters: Ristad and Yianilos, Learning String Edit Distance, 1998), each step with pseudo-counts of the channel it began with.
/// </summary>
internal sealed class ChannelFitting
{
    private const string Doubled = "/double";
    private const int LongestNew = 3;
    private const double NewSpelling = 1e-4;
    private const double LeastCount = 1.2;
    private const double LeastProbability = 2e-4;

    private readonly Dictionary<string, double>[] _base;
    private readonly double _strength;
    private readonly bool _open;
    private Dictionary<string, double>[] _current;
    private Dictionary<string, double>[] _counts = [];

    /// <summary>Begins with a channel.</summary>
    /// <param name="start">Spellings with probabilities by slot.</param>
    /// <param name="strength">How many observations each slot of it counts for.</param>
    /// <param name="open">Whether spellings that it does not have may be learnt.</param>
    public ChannelFitting(Dictionary<string, double>[] start, double strength, bool open) =>
        (_base, _current, _strength, _open) = (start, start, strength, open);

    /// <summary>The base table: spellings without numbers, likeliest first, each taken for half as likely as the one before.</summary>
    public static Dictionary<string, double>[] Orthography()
    {
        var byName = new Dictionary<string, string[]>();
        foreach (var line in ResourceTable.Lines("Transliteration.orthography.tsv"))
        {
            var columns = line.Split('\t');
            byName[columns[0]] = columns[1].Split(' ');
        }

        var slots = new Dictionary<string, double>[SoundSlots.Count];
        for (var slot = 0; slot < slots.Length; slot++)
        {
            slots[slot] = [];
            if (SoundSlots.NameOf(slot) is not { } name)
                continue;
            var spellings = byName.GetValueOrDefault(name) ?? byName.GetValueOrDefault(name.Split('/')[0]) ?? [];
            if (name.EndsWith(Doubled, StringComparison.Ordinal))
                spellings = ["-", .. spellings.Where(text => text != "-")];
            var all = 2 - Math.Pow(0.5, spellings.Length - 1);
            slots[slot] = spellings.Select((text, rank) => (text, rank)).ToDictionary(pair => pair.text, pair => Math.Pow(0.5, pair.rank) / all);
        }

        return slots;
    }

    /// <summary>One step: expected counts over all pairs, then new probabilities.</summary>
    /// <returns>How many pairs could be aligned.</returns>
    public int Step(IEnumerable<(string Devanagari, string Latin, double Weight)> pairs)
    {
        _counts = [.. _base.Select(spellings => spellings.ToDictionary(pair => pair.Key, pair => pair.Value * _strength))];
        var aligned = 0;
        foreach (var (devanagari, latin, weight) in pairs)
            aligned += Expect(SoundSlots.Of(devanagari), latin, weight) ? 1 : 0;
        _current = [.. _counts.Select(Normalised)];
        return aligned;
    }

    /// <summary>The spellings of every slot as they are now, likeliest first; those too rare to count are left out.</summary>
    public Dictionary<string, double>[] Probabilities() => [.. _current.Select((spellings, slot) => spellings
        .Where(pair => pair.Value >= LeastProbability && (_base[slot].ContainsKey(pair.Key) || _counts.Length == 0 || _counts[slot][pair.Key] >= LeastCount))
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .ToDictionary())];

    /// <summary>The lines of a channel's table.</summary>
    public IEnumerable<string> ToLines()
    {
        var probabilities = Probabilities();
        for (var slot = 0; slot < probabilities.Length; slot++)
        {
            if (probabilities[slot].Count > 0)
                yield return $"{SoundSlots.NameOf(slot)}\t{string.Join(' ', probabilities[slot].Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:0.#####}")))}";
        }
    }

    private static Dictionary<string, double> Normalised(Dictionary<string, double> counts)
    {
        var all = counts.Values.Sum();
        return all <= 0 ? counts : counts.ToDictionary(pair => pair.Key, pair => pair.Value / all);
    }

    private bool Expect(List<int> slots, string latin, double weight)
    {
        var (rows, columns) = (slots.Count + 1, latin.Length + 1);
        var forward = Forward(slots, latin);
        var backward = new double[rows, columns];
        backward[rows - 1, columns - 1] = 1;
        var all = forward[rows - 1, columns - 1];
        if (all <= 0 || slots.Count == 0)
            return false;
        for (var row = rows - 2; row >= 0; row--)
        {
            for (var column = 0; column < columns; column++)
            {
                foreach (var (length, probability) in Spellings(slots[row], latin, column))
                {
                    var onward = probability * backward[row + 1, column + length];
                    backward[row, column] += onward;
                    var expected = forward[row, column] * onward / all * weight;
                    if (expected <= 1e-6)
                        continue;
                    var text = length == 0 ? "-" : latin.Substring(column, length);
                    _counts[slots[row]][text] = _counts[slots[row]].GetValueOrDefault(text) + expected;
                }
            }
        }

        return true;
    }

    private double[,] Forward(List<int> slots, string latin)
    {
        var forward = new double[slots.Count + 1, latin.Length + 1];
        forward[0, 0] = 1;
        for (var row = 0; row < slots.Count; row++)
        {
            for (var column = 0; column <= latin.Length; column++)
            {
                if (forward[row, column] <= 0)
                    continue;
                foreach (var (length, probability) in Spellings(slots[row], latin, column))
                    forward[row + 1, column + length] += forward[row, column] * probability;
            }
        }

        return forward;
    }

    private IEnumerable<(int Length, double Probability)> Spellings(int slot, string latin, int column)
    {
        var known = _current[slot];
        for (var length = 0; length <= Math.Min(4, latin.Length - column); length++)
        {
            var text = length == 0 ? "-" : latin.Substring(column, length);
            if (known.TryGetValue(text, out var probability))
                yield return (length, probability);
            else if (_open && length <= LongestNew)
                yield return (length, NewSpelling / Math.Pow(20, length));
        }
    }
}
