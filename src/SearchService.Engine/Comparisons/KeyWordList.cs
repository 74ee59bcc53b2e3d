using SearchService.Engine.Timelines;
using SearchService.Language.Concepts;
using SearchService.Language.Stemming;

namespace SearchService.Engine.Comparisons;

/// <summary>The words that set two sides apart, with their inflections and other spellings if they are folded.</summary>
/// <param name="counts">How often each word stands on either side.</param>
/// <param name="interpreter">Knows the forms of a word.</param>
/// <param name="request">What is asked.</param>
internal sealed class KeyWordList(WordCounts counts, Interpreter interpreter, CompareRequest request)
{
    /// <summary>A form of at least this weight is the same word.</summary>
    private const float LeastWeight = 0.7f;

    // A word that its forms bring up stands among this many more than are asked for; those below could not come so far.
    private const int Reach = 4, MoreReach = 200;

    private readonly HashSet<int> _taken = [];

    /// <summary>The words of both sides, those that set the sides apart most first.</summary>
    public (List<KeyWord> First, List<KeyWord> Second) Make()
    {
        if (request.Words == 0)
            return ([], []);
        var words = Candidates().Select(Folded).Where(word => word.Count > 0).ToList();
        return (Listed(words, isFirst: true), Listed(words, isFirst: false));
    }

    private List<KeyWord> Listed(List<List<int>> words, bool isFirst) =>
    [
        .. words.Select(word => Described(word, isFirst))
            .OfType<KeyWord>()
            .Where(word => word.Count >= request.MinFrequency && word.Keyness >= Keyness.Significant)
            .OrderByDescending(word => word.Keyness).ThenBy(word => word.Word, StringComparer.Ordinal)
            .Take(request.Words),
    ];

    /// <summary>Forms by which the sides differ most, as many of each side as it takes.</summary>
    private List<int> Candidates()
    {
        var most = (Reach * request.Words) + MoreReach;
        var (first, second) = (new BestWords(most), new BestWords(most));
        var bound = Keyness.MostPerOccurrence(counts.First, counts.Second);
        for (var word = 0; word < counts.Count; word++)
        {
            var (one, other) = counts[word];
            if (one + other == 0 || (request.Spellings == Spellings.Split && Math.Max(one, other) < request.MinFrequency))
                continue;
            var best = Keyness.IsOfFirst(one, counts.First, other, counts.Second) ? first : second;
            // Most words are too rare to come among the best: that is told without a logarithm.
            if (best.CanTake((one + other) * bound)
                && Keyness.LogLikelihood(one, counts.First, other, counts.Second) is var keyness
                && best.CanTake(keyness)
                && IsListed(counts.TextOf(word)))
                best.Offer(keyness, word);
        }

        return [.. first.Words.Concat(second.Words).OrderByDescending(one => one.Keyness).ThenBy(one => counts.TextOf(one.Word), StringComparer.Ordinal).Select(one => one.Word)];
    }

    /// <summary>A form with those that are the same word and have not been taken by another; none when it has been.</summary>
    private List<int> Folded(int word)
    {
        if (!_taken.Add(word))
            return [];
        if (request.Spellings == Spellings.Split)
            return [word];
        var forms = interpreter.Interpret(counts.TextOf(word)).Forms
            .Where(form => form.Weight >= LeastWeight && IsListed(form.Text))
            .Select(form => counts.Find(form.Text));
        return [word, .. forms.Where(form => form >= 0 && _taken.Add(form))];
    }

    private bool IsListed(string word) => request.StopWords == StopWordChoice.In || !StopWords.Contains(word);

    private KeyWord? Described(List<int> word, bool isFirst)
    {
        var forms = word
            .Select(form => (Text: counts.TextOf(form), counts[form].First, counts[form].Second))
            .OrderByDescending(form => form.First + form.Second).ThenBy(form => form.Text, StringComparer.Ordinal)
            .Select(form => isFirst ? new KeyWordForm(form.Text, form.First, form.Second) : new(form.Text, form.Second, form.First))
            .ToList();
        var (words, otherWords) = isFirst ? (counts.First, counts.Second) : (counts.Second, counts.First);
        var (count, other) = (forms.Sum(form => form.Count), forms.Sum(form => form.OtherCount));
        return !Keyness.IsOfFirst(count, words, other, otherWords) ? null : new(
            forms[0].Text,
            Math.Round(Keyness.LogLikelihood(count, words, other, otherWords), 3),
            Math.Round(Keyness.LogRatio(count, words, other, otherWords), 3),
            count,
            PerMillion(count, words),
            other,
            PerMillion(other, otherWords),
            forms);
    }

    private static double PerMillion(long count, long words) => words == 0 ? 0 : Math.Round(1e6 * count / words, 3);
}
