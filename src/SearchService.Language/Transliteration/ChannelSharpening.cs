using System.Globalization;

namespace SearchService.Language.Transliteration;

/// <summary>
/// Sharpens a channel by an archive's own names: fitted to nine of ten, mixed half and half with the channel it was, and kept only if it
/// makes the tenth likelier. So a spelling costs at most ln 2 more than it did, and no spelling is lost.
/// </summary>
internal static class ChannelSharpening
{
    /// <summary>Fewest pairs it is tried with, and most: those with most evidence.</summary>
    private const int Fewest = 50;
    private const int Most = 2_000;

    private const int Steps = 3;
    private const int HeldOut = 10;

    /// <summary>How many names the channel that is sharpened counts for in every slot.</summary>
    private const double Strength = 300;

    /// <summary>A name that is in every paper counts for no more than this many.</summary>
    private const int MostWeight = 3;

    /// <summary>How much likelier the names held out must become, in -ln P a name.</summary>
    private const double LeastGain = 0.005;

    /// <summary>The lines of a channel's table; none when there are too few names, or they are no likelier by it.</summary>
    /// <param name="names">Pairs of a Devanagari word and a Latin one that are the same name, with the number of articles that say so.</param>
    /// <param name="start">The channel to be sharpened.</param>
    /// <param name="cancellation">Gives up between steps.</param>
    public static IReadOnlyList<string> Lines(IEnumerable<(string Devanagari, string Latin, int Evidence)> names, Channel start, CancellationToken cancellation)
    {
        var pairs = names.Distinct()
            .OrderByDescending(name => name.Evidence).ThenBy(name => name.Latin, StringComparer.Ordinal).ThenBy(name => name.Devanagari, StringComparer.Ordinal)
            .Take(Most).ToList();
        if (pairs.Count < Fewest)
            return [];
        var fitting = new ChannelFitting(SpellingsOf(start), Strength, open: false);
        var fitted = pairs.Where((_, at) => at % HeldOut != HeldOut - 1).Select(name => (name.Devanagari, name.Latin, (double)Math.Min(name.Evidence, MostWeight))).ToList();
        for (var step = 0; step < Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            fitting.Step(fitted);
        }

        var lines = Mixed(SpellingsOf(start), fitting.Probabilities()).ToList();
        var held = pairs.Where((_, at) => at % HeldOut == HeldOut - 1).ToList();
        return CostOf(held, start) - CostOf(held, Channel.Parse(lines)) > LeastGain * held.Count ? lines : [];
    }

    /// <summary>-ln of the likelihood of names, all together.</summary>
    internal static double CostOf(IEnumerable<(string Devanagari, string Latin, int Evidence)> names, Channel channel)
    {
        var cost = new SpellingCost(channel);
        return names.Sum(name => (double)cost.Of(SoundSlots.Of(name.Devanagari), name.Latin));
    }

    private static Dictionary<string, double>[] SpellingsOf(Channel channel) =>
        [.. Enumerable.Range(0, SoundSlots.Count).Select(slot => channel.Of(slot).ToDictionary(spelling => spelling.ToString(), spelling => Math.Exp(-spelling.Cost)))];

    private static IEnumerable<string> Mixed(Dictionary<string, double>[] before, Dictionary<string, double>[] after)
    {
        for (var slot = 0; slot < before.Length; slot++)
        {
            if (before[slot].Count == 0)
                continue;
            var mixed = before[slot].Select(spelling => (spelling.Key, Value: (spelling.Value + after[slot].GetValueOrDefault(spelling.Key)) / 2))
                .OrderByDescending(spelling => spelling.Value).ThenBy(spelling => spelling.Key, StringComparer.Ordinal);
            yield return $"{SoundSlots.NameOf(slot)}\t{string.Join(' ', mixed.Select(spelling => string.Create(CultureInfo.InvariantCulture, $"{spelling.Key} {spelling.Value:0.######}")))}";
        }
    }
}
