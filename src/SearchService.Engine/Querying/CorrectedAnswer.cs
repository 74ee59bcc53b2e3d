namespace SearchService.Engine.Querying;

/// <summary>Which answer a request gets: that of its words as written, or that of what they were probably meant to be.</summary>
/// <typeparam name="T">An answer.</typeparam>
/// <param name="Answer">The answer.</param>
/// <param name="Corrections">What was corrected in it; none for the words as written.</param>
/// <param name="DidYouMean">The query with its misspelt words put right, where there are any.</param>
internal readonly record struct CorrectedAnswer<T>(T Answer, Corrections Corrections, string? DidYouMean);

/// <summary>The one rule by which corrections are used and offered, whatever is asked for: articles, counts or lines.</summary>
internal static class CorrectedAnswer
{
    /// <summary>Answers as written; where that finds nothing, by what was meant.</summary>
    /// <param name="kept">Corrections that an earlier page was made with: those are kept to.</param>
    /// <param name="mayRetry">Whether another answer may be given in place of an empty one: not on later pages.</param>
    /// <param name="answer">Answers with corrections.</param>
    /// <param name="findsAny">Whether an answer holds anything.</param>
    /// <param name="corrector">Looks for misspelt words in an answer's query; null where none can be.</param>
    public static CorrectedAnswer<T> Of<T>(Corrections kept, bool mayRetry, Func<Corrections, T> answer, Func<T, bool> findsAny, Func<T, QueryCorrector?> corrector)
    {
        var first = answer(kept);
        if (corrector(first) is not { } found)
            return new(first, Corrections.None, null);
        if (!kept.IsEmpty)
            return new(first, kept, found.Apply(kept));
        if (findsAny(first))
            return new(first, Corrections.None, found.Apply(found.OfAll()));
        if (!mayRetry)
            return new(first, Corrections.None, null);
        var missing = found.OfMissing();
        if (!missing.IsEmpty && answer(missing) is var meant && findsAny(meant))
            return new(meant, missing, found.Apply(missing));
        // A word that the archive has, if only once, may be right: what is found without it is offered, not shown.
        var all = found.OfAll();
        return new(first, Corrections.None, all.Count > missing.Count && findsAny(answer(all)) ? found.Apply(all) : null);
    }
}
