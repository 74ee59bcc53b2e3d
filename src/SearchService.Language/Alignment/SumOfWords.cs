namespace SearchService.Language.Alignment;

/// <summary>Whether a phrase's rendering is put together from renderings of its words, or is that of one of them: then a search finds it without the phrase.</summary>
/// <param name="together">The words of the pairs.</param>
/// <param name="phrases">The phrases of the pairs.</param>
/// <param name="renders">Whether a word is rendered by another: their keys and the number of the two.</param>
internal sealed class SumOfWords(Cooccurrences together, PhrasePairs phrases, Func<int, int, int, bool> renders)
{
    private readonly HashSet<int> _unsaid = [];

    /// <summary>Whether every word on either side is rendered by one on the other, or one English word by the one Hindi word there is.</summary>
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
            var said = false;
            foreach (var rendering in hindi)
            {
                if (!renders(word, rendering, together.Cells(pair)[(rows.IndexOf(word) * columns.Length) + columns.IndexOf(rendering)]))
                    continue;
                if (hindi.Count == 1)
                    return true;
                said = true;
                _unsaid.Remove(rendering);
            }

            if (!said)
                return false;
        }

        return _unsaid.Count == 0;
    }
}
