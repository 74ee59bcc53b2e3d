using System.CommandLine;
using System.Globalization;
using SearchService.Language.Tokenization;

namespace SearchService.Benchmarks.Spelling;

/// <summary><c>misspell</c>: makes a word list of texts, and misspelt words of it, for <c>eval --misspellings</c>. The same in every run.</summary>
internal static class MisspellCommand
{
    private const int Seed = 20_03;

    /// <summary>One word in so many is kept out of the list and asked for as it is: a right word that an archive lacks.</summary>
    private const int HeldOut = 10;

    private const int ShortestWord = 4;

    private static readonly Argument<string[]> Files = new("FILES") { Description = "Texts, an article a line.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Vocabulary = new("--vocabulary") { Description = "Where the words are written, with the number of lines that have each.", Required = true };
    private static readonly Option<string> Pairs = new("--pairs") { Description = "Where the misspelt words are written: misspelt<TAB>right.", Required = true };
    private static readonly Option<int> Count = new("--count") { Description = "How many misspelt words.", DefaultValueFactory = _ => 3000 };
    private static readonly Option<string> Script = new("--script") { Description = "devanagari or latin.", DefaultValueFactory = _ => "devanagari" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("misspell", "Makes a word list of texts and misspelt words of it, with a fixed seed.") { Files, Vocabulary, Pairs, Count, Script };
        command.SetAction(parsed => Make(
            parsed.GetValue(Files)!, parsed.GetRequiredValue(Vocabulary), parsed.GetRequiredValue(Pairs), parsed.GetValue(Count),
            parsed.GetValue(Script) == "latin" ? WordKind.Latin : WordKind.Devanagari));
        return command;
    }

    private static void Make(string[] files, string vocabulary, string pairs, int count, WordKind script)
    {
        var random = new Random(Seed);
        var words = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var scripts = new Dictionary<string, WordKind>();
        foreach (var line in files.SelectMany(File.ReadLines))
        {
            foreach (var word in Words.Of(line).DistinctBy(word => word.Form))
            {
                words[word.Form] = words.GetValueOrDefault(word.Form) + 1;
                scripts[word.Form] = word.Kind;
            }
        }

        var asked = words.Keys.Where(word => scripts[word] == script && word.Length >= ShortestWord && word.All(letter => !char.IsDigit(letter) && letter != '-')).ToArray();
        random.Shuffle(asked);
        var held = asked[..(asked.Length / HeldOut)];
        var known = words.Keys.Except(held).ToHashSet();
        File.WriteAllLines(vocabulary, known.Order(StringComparer.Ordinal).Select(word => string.Create(CultureInfo.InvariantCulture, $"{word}\t{words[word]}")));
        var lines = held.Select(word => $"{word}\t{word}").ToList();
        for (var made = 0; made < count; made++)
        {
            var right = asked[random.Next(held.Length, asked.Length)];
            var wrong = Misspeller.Misspell(right, random, edits: right.Length >= 7 && random.Next(4) == 0 ? 2 : 1);
            // A mistake that makes another word of the archive cannot be seen.
            if (!words.ContainsKey(wrong))
                lines.Add($"{wrong}\t{right}");
        }

        File.WriteAllLines(pairs, lines);
    }
}
