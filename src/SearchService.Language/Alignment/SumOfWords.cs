namespace SearchService.Language.Alignment;

/// <summary>Whether a phrase's rendering is put together from renderings of its words, of all or of some: then a search finds it without the phrase.</summary>
/// <param name="together">The words of the pairs.</param>
/// <param name="phrases">The phrases of the pairs.</param>
/// <param name="renders">Whether a word is rendered by another: their keys and the number of the two.</param>
internal sealed class SumOfWords(Cooccurrences together, PhrasePairs phrases, Func<int, int, int, bool> renders)
{
    private readonly HashSet<int> _unsaid = [];

    /// <summary>Whether every Hindi word renders one of the English words.</summary>
    public bool Is(int pair, PhrasePair phrase)
    {
        if (phrase.EnglishLength == 1)
            return false;
        var english = phrases.Keys(phrases.English(pair, phrase), english: true);
        var hindi = phrases.Keys(phrases.Hindi(pair, phrase), english: false);
        var rows = together.English(pair);
        var columns = together.Hindi(pair);
        _unsaid.Clear();
        _unsaid.UnionWith(hindi);
        foreach (var word in english)
        {
            foreach (var rendering in hindi)
            {
                if (renders(word, rendering, together.Cells(pair)[(rows.IndexOf(word) * columns.Length) + columns.IndexOf(rendering)]))
                    _unsaid.Remove(rendering);
            }
        }

        return _unsaid.Count == 0;
    }
}
