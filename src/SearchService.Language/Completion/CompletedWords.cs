using SearchService.Language.Concepts;

namespace SearchService.Language.Completion;

/// <summary>A word that completes what was typed.</summary>
/// <param name="Id">Its number in the vocabulary.</param>
/// <param name="Cost">How unusual it is to type it so.</param>
/// <param name="Score">ln of its count, less the cost.</param>
/// <param name="Reason">Why it is offered.</param>
internal readonly record struct CompletedWord(int Id, float Cost, float Score, FormReason Reason);

/// <summary>
/// The words below some places of a trie, best first: a place waits with the best score that a word below it can have, a word with its own.
/// So only places that lead to what is asked for are ever looked at.
/// </summary>
internal sealed class CompletedWords
{
    private readonly Vocabulary _words;
    private readonly PriorityQueue<(TriePlace Place, int Word, float Cost, FormReason Reason), float> _waiting = new();
    private readonly HashSet<int> _given = [];

    /// <summary>Begins at some places.</summary>
    public CompletedWords(Vocabulary words, List<Beginning> beginnings)
    {
        _words = words;
        foreach (var (place, cost, reason) in beginnings)
            Enqueue(place, cost, reason);
    }

    /// <summary>The next best word, each once; false when there is none.</summary>
    public bool TryNext(out CompletedWord next)
    {
        while (_waiting.TryDequeue(out var first, out var rank))
        {
            if (first.Word >= 0)
            {
                if (!_given.Add(first.Word))
                    continue;
                next = new(first.Word, first.Cost, -rank, first.Reason);
                return true;
            }

            if (_words.Trie.WordAt(first.Place) is var word and >= 0 && _words.CountOf(word) is var count and > 0)
                _waiting.Enqueue((first.Place, word, first.Cost, first.Reason), first.Cost - MathF.Log(count));
            foreach (var (_, child) in _words.Trie.Children(first.Place))
                Enqueue(child, first.Cost, first.Reason);
        }

        next = default;
        return false;
    }

    private void Enqueue(TriePlace place, float cost, FormReason reason)
    {
        if (_words.Trie.BestAt(place) is var best and > 0)
            _waiting.Enqueue((place, -1, cost, reason), cost - MathF.Log(best));
    }
}
