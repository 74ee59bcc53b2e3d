namespace SearchService.Articles.PageParts;

/// <summary>Tells an agency or desk from a person, where a page calls both its author.</summary>
internal static class Agencies
{
    private static readonly HashSet<string> Words = WordFile.Words("PageParts.agencies.txt");

    /// <summary>Whether a name has a word that only agencies and desks have: <c>पीटीआई-भाषा</c>, <c>वेब डेस्क</c>.</summary>
    public static bool IsAgency(string name)
    {
        foreach (var range in name.AsSpan().SplitAny(' ', '-', '/', ','))
        {
            if (Words.Contains(WordFile.Key(name.AsSpan(range)))) return true;
        }
        return false;
    }
}
