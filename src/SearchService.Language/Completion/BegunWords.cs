using SearchService.Language.Concepts;

namespace SearchService.Language.Completion;

/// <summary>Tells of single words whether they lie below some places, and at what cost. For one thread.</summary>
internal sealed class BegunWords
{
    private readonly Vocabulary _words;
    private readonly bool _any;
    private readonly Dictionary<string, (float Cost, FormReason Reason)> _beginnings = [];
    private readonly Dictionary<string, (float Cost, FormReason Reason)>.AlternateLookup<ReadOnlySpan<char>> _byLetters;
    private readonly SortedSet<int> _lengths = [];
    private readonly Dictionary<int, (float Cost, FormReason Reason)?> _known = [];

    /// <summary>Prepares for some places.</summary>
    /// <param name="words">The words.</param>
    /// <param name="beginnings">The places.</param>
    /// <param name="any">Every word will do.</param>
    public BegunWords(Vocabulary words, List<Beginning> beginnings, bool any)
    {
        (_words, _any) = (words, any);
        _byLetters = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var beginning in beginnings)
        {
            var letters = words.Trie.LettersTo(beginning.Place);
            _lengths.Add(letters.Length);
            if (!_byLetters.TryGetValue(letters, out var known) || beginning.Cost < known.Cost)
                _byLetters[letters] = (beginning.Cost, beginning.Reason);
        }
    }

    /// <summary>The least cost of the places above a word, with its reason; null when it lies below none.</summary>
    public (float Cost, FormReason Reason)? Find(int word)
    {
        if (_any)
            return (0, FormReason.Prefix);
        if (_known.TryGetValue(word, out var found))
            return found;
        var form = _words.WordOf(word).AsSpan();
        foreach (var length in _lengths)
        {
            if (length <= form.Length && _byLetters.TryGetValue(form[..length], out var begun) && !(begun.Cost >= found?.Cost))
                found = begun;
        }

        return _known[word] = found;
    }
}
