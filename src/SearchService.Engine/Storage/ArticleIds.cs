using SearchService.Articles;

namespace SearchService.Engine.Storage;

/// <summary>What an article must be like to be kept.</summary>
internal static class ArticleIds
{
    /// <summary>Longest id in UTF-16 units: any of this length fits a Lucene term (32,766 bytes).</summary>
    public const int MostCharacters = 4_000;

    /// <summary>Why an article cannot be kept; null when it can.</summary>
    public static string? WhyNot(Article article)
    {
        if (string.IsNullOrWhiteSpace(article.Id))
            return "The article has no id.";
        if (article.Id.Length > MostCharacters)
            return $"The article's id is {article.Id.Length} characters long; at most {MostCharacters} are kept.";
        if (!IsText(article.Id))
            return "The article's id is not valid Unicode text: it holds half of a surrogate pair or a NUL.";
        return null;
    }

    private static bool IsText(string id)
    {
        for (var i = 0; i < id.Length; i++)
        {
            if (id[i] == '\0' || (char.IsSurrogate(id[i]) && !(i + 1 < id.Length && char.IsSurrogatePair(id[i], id[++i]))))
                return false;
        }

        return true;
    }
}
