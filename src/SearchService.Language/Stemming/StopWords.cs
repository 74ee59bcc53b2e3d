namespace SearchService.Language.Stemming;

/// <summary>Words of grammar, of Hindi in either script and of English: indexed like any other, but dropped from a bag of words, where they only cost.</summary>
public static class StopWords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        new HashSet<string>(((string[])["hindi", "english", "romanised"]).SelectMany(language => ResourceTable.Tokens($"Stemming.stopwords-{language}.txt")))
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a stop word.</summary>
    /// <param name="form">A surface form as the tokenizer gives it.</param>
    public static bool Contains(ReadOnlySpan<char> form) => Words.Contains(form);
}
