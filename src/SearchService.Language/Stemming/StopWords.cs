namespace SearchService.Language.Stemming;

/// <summary>Words of grammar, of Hindi and English: indexed like any other, but dropped from a bag of words, where they only cost.</summary>
public static class StopWords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        new HashSet<string>(ResourceTable.Tokens("Stemming.stopwords-hindi.txt").Concat(ResourceTable.Tokens("Stemming.stopwords-english.txt")))
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a stop word.</summary>
    /// <param name="form">A surface form as the tokenizer gives it.</param>
    public static bool Contains(ReadOnlySpan<char> form) => Words.Contains(form);
}
