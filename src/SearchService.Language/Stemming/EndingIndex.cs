namespace SearchService.Language.Stemming;

/// <summary>An ending of a paradigm that a word may have.</summary>
/// <param name="Paradigm">The paradigm.</param>
/// <param name="Ending">The ending.</param>
/// <param name="Numbers">The numbers of all endings of the paradigm, in their order.</param>
internal readonly record struct EndingCandidate(Paradigm Paradigm, Ending Ending, int[] Numbers);

/// <summary>The endings of some paradigms by their last letter: a word can have those only that end as it does. Endings written alike share a number.</summary>
internal sealed class EndingIndex
{
    private readonly Dictionary<char, EndingCandidate[]> _byLast = [];
    private readonly EndingCandidate[] _empty;

    /// <summary>Of some paradigms.</summary>
    public EndingIndex(Paradigm[] paradigms)
    {
        var numbers = new Dictionary<(string, bool), int>();
        var all = new List<EndingCandidate>();
        foreach (var paradigm in paradigms)
        {
            var own = Array.ConvertAll(paradigm.Endings, ending => numbers.TryGetValue((ending.Text, ending.Doubles), out var known) ? known : numbers[(ending.Text, ending.Doubles)] = numbers.Count);
            all.AddRange(paradigm.Endings.Select(ending => new EndingCandidate(paradigm, ending, own)));
        }

        Count = numbers.Count;
        Longest = all.Max(one => one.Ending.Text.Length) + 1;
        _empty = [.. all.Where(one => one.Ending.Text.Length == 0)];
        foreach (var last in all.Where(one => one.Ending.Text.Length > 0).Select(one => one.Ending.Text[^1]).Distinct())
            _byLast[last] = [.. all.Where(one => one.Ending.Text.Length == 0 || one.Ending.Text[^1] == last)];
    }

    /// <summary>How many endings there are, those written alike counted once.</summary>
    public int Count { get; }

    /// <summary>Most letters that a word has more than its stem.</summary>
    public int Longest { get; }

    /// <summary>The endings that a word may have, paradigm by paradigm.</summary>
    /// <param name="word">Not empty.</param>
    public ReadOnlySpan<EndingCandidate> Of(ReadOnlySpan<char> word) => _byLast.GetValueOrDefault(word[^1]) ?? _empty;
}
