using System.CommandLine;
using SearchService.Language.Transliteration;

namespace SearchService.Benchmarks.Fitting;

/// <summary><c>fit-channel</c>: prints the table of the letter channel, fitted to pairs of a Devanagari word and its Latin spellings.</summary>
internal static class FitChannelCommand
{
    private const int Steps = 6;

    /// <summary>How many pairs the orthography counts for in every slot.</summary>
    private const double Strength = 30;

    /// <summary>A spelling that is not the usual one counts for less.</summary>
    private const double OtherSpelling = 0.6;

    private static readonly Argument<string[]> Files = new("FILES") { Description = "Lines of Devanagari<TAB>latin, latin; the usual spelling first.", Arity = ArgumentArity.OneOrMore };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("fit-channel", "Prints src/SearchService.Language/Transliteration/channel.tsv, fitted to files of pairs.") { Files };
        command.SetAction(parsed =>
        {
            var fitting = new ChannelFitting(ChannelFitting.Orthography(), Strength, open: true);
            var pairs = parsed.GetValue(Files)!.SelectMany(Pairs).ToList();
            for (var step = 0; step < Steps; step++)
                fitting.Step(pairs);
            Console.Out.WriteLine("# How sounds of Devanagari are written in Latin letters: slot, then spellings with their probabilities. Made by fit-channel of tests/SearchService.Benchmarks.");
            foreach (var line in fitting.ToLines())
                Console.Out.WriteLine(line);
        });
        return command;
    }

    private static IEnumerable<(string Devanagari, string Latin, double Weight)> Pairs(string file) =>
        from line in File.ReadLines(file)
        where line.Length > 0 && line[0] != '#'
        let columns = line.Split('\t')
        from spelling in columns[1].Split(',', StringSplitOptions.TrimEntries).Select((text, place) => (text, place))
        select (columns[0].Normalize(), spelling.text, spelling.place == 0 ? 1 : OtherSpelling);
}
