using SearchService.Language.Completion;
using SearchService.Language.Concepts;
using SearchService.Language.Lexicon;
using SearchService.Language.Tokenization;

namespace SearchService.Language.Tests.Completion;

/// <summary>Every completion has to complete what was typed, whatever the headlines and whatever is typed.</summary>
public class CompletionPropertyTests
{
    private const string Nasals = "ङञणनम";

    private static readonly string[] Stock =
    [
        "विदेश", "मंत्री", "मन्त्री", "लावरोव", "lavrov", "foreign", "minister", "भारत", "बाढ़", "flood", "floods", "किसान", "किसानों", "आंदोलन", "आन्दोलन",
        "ज़मीन", "जमीन", "चाँद", "चांद", "सीबीआई", "cbi", "प्रधानमंत्री", "मोदी", "modi", "सरकार", "सरकारी", "के", "और", "of", "कश्मीर", "जम्मू", "2021", "का", "हिंदी", "हिन्दी",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_suggestion_completes_what_was_typed(int seed)
    {
        var random = new Random(seed);
        var headlines = Enumerable.Range(0, 60).Select(_ => string.Join(' ', random.GetItems(Stock, 4))).ToArray();
        var completer = Headlines.Over(headlines);
        var offered = new HashSet<FormReason>();

        for (var round = 0; round < 400; round++)
        {
            var words = random.GetItems(Stock, random.Next(1, 4));
            var typed = string.Join(' ', words);
            typed = typed[..random.Next(typed.Length - words[^1].Length + 1, typed.Length + 1)];
            var completions = completer.Complete(typed, 8);

            Assert.True(completions.Count <= 8);
            Assert.Equal(completions.Count, completions.Select(one => one.Before + string.Join(' ', one.Words)).Distinct().Count());
            foreach (var one in completions)
            {
                offered.Add(one.Reason);
                Assert.StartsWith(one.Before, typed, StringComparison.Ordinal);
                Assert.True(Completes(one, typed[one.Before.Length..]), $"{typed} → {one.Before}[{string.Join(' ', one.Words)}] {one.Reason}");
                Assert.Equal(CountOf(one.Words, headlines), one.Articles);
            }
        }

        Assert.Equal([FormReason.Transliteration, FormReason.Translation, FormReason.Prefix], offered.Order());
    }

    private static bool Completes(Language.Completion.Completion one, string typed) => one.Reason switch
    {
        FormReason.Translation => SeedLexicon.Table.Entries.Any(entry =>
            entry.Key.StartsWith(typed, StringComparison.Ordinal) && entry.Value.Exists(rendering => rendering.Text == string.Join(' ', one.Words))),
        _ => CompletesInSound(one.Words, typed.Split(' '), one.Reason == FormReason.Transliteration),
    };

    /// <summary>Word by word: those before the last are the same word, the last begins so; each in spelling or, if need be, in sound.</summary>
    private static bool CompletesInSound(IReadOnlyList<string> words, string[] typed, bool maySound) =>
        words.Count >= typed.Length && typed.Select((word, at) => Begins(words[at], word, maySound)).All(begins => begins);

    private static bool Begins(string word, string beginning, bool maySound)
    {
        if (WithoutNukta(word).StartsWith(WithoutNukta(beginning), StringComparison.Ordinal) || Skeleton(word).StartsWith(Skeleton(beginning), StringComparison.Ordinal))
            return true;
        if (!maySound || char.IsAscii(word[0]) == char.IsAscii(beginning[0]))
            return false;
        // Among no other words its beginning is heard, or its letters are spelt out.
        var alone = new Vocabulary();
        alone.Add(word, 1);
        return WordBeginnings.In(alone, beginning).Count > 0;
    }

    private static string WithoutNukta(string word) => word.Replace("़", "", StringComparison.Ordinal);

    /// <summary>A spelling with all that may be typed either way taken off.</summary>
    private static string Skeleton(string word)
    {
        var skeleton = new System.Text.StringBuilder();
        for (var at = 0; at < word.Length; at++)
        {
            var next = at + 1 < word.Length ? word[at + 1] : '\0';
            if (next == '्' && Nasals.Contains(word[at]))
            {
                skeleton.Append('ं');
                at++;
            }
            else if (word[at] != '़')
                skeleton.Append(word[at] == 'ँ' ? 'ं' : word[at]);
        }

        return skeleton.ToString();
    }

    private static int CountOf(IReadOnlyList<string> words, string[] headlines) => headlines.Count(headline =>
    {
        var printed = Words.Of(headline).Select(word => word.Form).ToList();
        return Enumerable.Range(0, printed.Count).Any(at => printed.Skip(at).Take(words.Count).SequenceEqual(words));
    });
}
