using SearchService.Articles;
using SearchService.Language.Concepts;
using SearchService.Language.Stemming;
using SearchService.Language.Tokenization;

namespace SearchService.Engine.Related;

/// <summary>
/// The words that tell what an article is about: frequent in it, rare in the archive (tf-idf, Spärck Jones 1972), the frequency saturated
/// as BM25 does it (Robertson and Walker 1994), a word of the headline counting as three.
/// </summary>
internal static class SignificantWords
{
    /// <summary>Most words.</summary>
    public const int Most = 24;

    private const int HeadlineWeight = 3;
    private const double Saturation = 1.2;

    /// <summary>The words, those that tell most first.</summary>
    /// <param name="article">The article.</param>
    /// <param name="vocabulary">The archive's words.</param>
    /// <param name="articles">How many articles the archive has.</param>
    /// <param name="copies">How many of them are other copies of the article: they have its rarest words, and are not looked for.</param>
    public static string[] Of(Article article, Vocabulary vocabulary, int articles, int copies)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(article.Headline, HeadlineWeight);
        Count(article.WebTitle, 1);
        Count(article.Body, 1);
        return [.. counts
            .Select(word => (Word: word.Key, Weight: word.Value / (word.Value + Saturation) * Rarity(vocabulary.CountOf(word.Key) - copies)))
            .Where(word => word.Weight > 0)
            .OrderByDescending(word => word.Weight).ThenBy(word => word.Word, StringComparer.Ordinal)
            .Take(Most)
            .Select(word => word.Word)];

        void Count(string text, int weight)
        {
            foreach (var word in Words.Of(text))
            {
                if (!word.IsWhole && word.Form.Length > 1 && !StopWords.Contains(word.Form))
                    counts[word.Form] = counts.GetValueOrDefault(word.Form) + weight;
            }
        }

        // A word that no other article has finds none.
        double Rarity(int found) => found < 2 ? 0 : Math.Log(1 + (Math.Max(0, articles - found) + 0.5) / (found + 0.5));
    }
}
