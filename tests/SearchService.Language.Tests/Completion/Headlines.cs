using SearchService.Language.Completion;
using SearchService.Language.Concepts;
using SearchService.Language.Tokenization;

namespace SearchService.Language.Tests.Completion;

/// <summary>Headlines, an article each, to complete from.</summary>
internal static class Headlines
{
    public static Completer Over(params IReadOnlyList<string> headlines) => Over(headlines, []);

    /// <param name="headlines">The headlines.</param>
    /// <param name="bodies">Words that only bodies have, each as often as it stands here.</param>
    public static Completer Over(IReadOnlyList<string> headlines, IReadOnlyList<string> bodies)
    {
        var words = new Vocabulary();
        foreach (var word in headlines.SelectMany(WordsOf).Concat(bodies))
            words.Add(word, 1);
        return new(Interpreter.Bilingual(words), TopicsOf(headlines));
    }

    public static Topics TopicsOf(IReadOnlyList<string> headlines)
    {
        var count = new TopicCount();
        foreach (var headline in headlines)
            count.Add([.. WordsOf(headline).Select(word => count.NumberOf(word))]);
        return count.ToTopics();
    }

    public static IEnumerable<string> WordsOf(string headline) => Words.Of(headline).Where(word => !word.IsWhole).Select(word => word.Form);

    /// <summary>The whole texts of the suggestions.</summary>
    public static string[] Texts(this Completer completer, string typed, int limit = 8) =>
        [.. completer.Complete(typed, limit).Select(one => $"{one.Before}{string.Join(' ', one.Words)}{one.After}")];
}
