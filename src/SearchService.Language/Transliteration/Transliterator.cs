using SearchService.Language.Concepts;

namespace SearchService.Language.Transliteration;

/// <summary>A word of the vocabulary that a word in the other script may stand for.</summary>
/// <param name="Id">The word.</param>
/// <param name="Cost">-ln P(Latin | Devanagari): how unusual the spelling is.</param>
internal readonly record struct Candidate(int Id, float Cost);

/// <summary>
/// Finds the words of a vocabulary that a word in the other script spells, by a beam search through the vocabulary's trie:
/// only words that are there are ever spelt. For one thread.
/// </summary>
internal sealed class Transliterator(Vocabulary vocabulary, Channel channel)
{
    /// <summary>Most places kept at each letter of the word asked for.</summary>
    private const int Beam = 250;

    /// <summary>A place this much worse than the best at its letter is given up.</summary>
    private const float Reach = 10f;

    /// <summary>Longest word looked up: longer ones are no names.</summary>
    private const int MaxLength = 40;

    private readonly List<(int Length, float Cost)> _spoken = [];

    /// <summary>Devanagari words for a word in Latin letters.</summary>
    /// <param name="latin">Lower-case letters a to z; with any other letter nothing is found.</param>
    /// <param name="found">Where the candidates are put, in no order, each word once.</param>
    public void ToDevanagari(ReadOnlySpan<char> latin, Dictionary<int, float> found)
    {
        if (latin.Length is 0 or > MaxLength || latin.ContainsAnyExceptInRange('a', 'z'))
            return;
        var trie = vocabulary.Trie;
        var columns = new List<State>?[latin.Length + 1];
        columns[0] = [new(WordTrie.Root, Sound.Start, 0)];
        for (var at = 0; at <= latin.Length; at++)
        {
            if (columns[at] is not { } column)
                continue;
            Prune(column);
            var letters = Spelling.Pack(latin[at..]);
            var left = latin.Length - at;
            var best = column[0].Cost;
            for (var index = 0; index < column.Count; index++)
            {
                var state = column[index];
                if (state.Cost > best + Reach)
                    continue;
                if (trie.WordAt(state.Place) is var word and >= 0)
                    End(state, word, letters, left, found);
                Follow(state, letters, left, columns, at);
            }

            columns[at] = null;
        }
    }

    /// <summary>Latin words for a Devanagari word.</summary>
    /// <param name="devanagari">A word in NFC.</param>
    /// <param name="found">Where the candidates are put, in no order, each word once.</param>
    public void ToLatin(ReadOnlySpan<char> devanagari, Dictionary<int, float> found)
    {
        if (devanagari.Length is 0 or > MaxLength)
            return;
        var trie = vocabulary.Trie;
        List<(TriePlace Place, float Cost)> places = [(WordTrie.Root, 0)], next = [];
        foreach (var slot in SoundSlots.Of(devanagari))
        {
            next.Clear();
            foreach (var (place, cost) in places)
            {
                foreach (var spelling in channel.Of(slot))
                {
                    if (Down(trie, place, spelling) is { } reached)
                        next.Add((reached, cost + spelling.Cost));
                }
            }

            next.Sort(static (one, other) => one.Cost.CompareTo(other.Cost));
            if (next.Count > Beam)
                next.RemoveRange(Beam, next.Count - Beam);
            (places, next) = (next, places);
        }

        foreach (var (place, cost) in places)
        {
            if (place.Depth > 0 && trie.WordAt(place) is var word and >= 0 && (!found.TryGetValue(word, out var known) || cost < known))
                found[word] = cost;
        }
    }

    /// <summary>The place that a spelling leads to; null when no word goes on so.</summary>
    internal static TriePlace? Down(WordTrie trie, TriePlace place, Spelling spelling)
    {
        var letters = spelling.Letters;
        for (var i = 0; i < spelling.Length; i++, letters >>= 8)
        {
            var letter = (char)(byte)letters;
            var on = false;
            foreach (var (unit, child) in trie.Children(place))
            {
                if (unit != letter)
                    continue;
                (place, on) = (child, true);
                break;
            }

            if (!on)
                return null;
        }

        return place;
    }

    private static void Prune(List<State> column)
    {
        column.Sort(static (one, other) => one.Cost.CompareTo(other.Cost));
        if (column.Count > Beam)
            column.RemoveRange(Beam, column.Count - Beam);
    }

    private void End(in State state, int word, ulong letters, int left, Dictionary<int, float> found)
    {
        _spoken.Clear();
        Speak(state.Sound.SpokenBefore('\0'), letters, left, state.Cost);
        foreach (var (length, cost) in _spoken)
        {
            if (length == left && (!found.TryGetValue(word, out var known) || cost < known))
                found[word] = cost;
        }
    }

    private void Follow(in State state, ulong letters, int left, List<State>?[] columns, int at)
    {
        foreach (var (unit, place) in vocabulary.Trie.Children(state.Place))
        {
            if (unit is < '\u0900' or > '\u097F')
                continue;
            var sound = state.Sound.Then(unit);
            if (state.Sound.Letter == '\0' || state.Sound.IsChangedBy(unit))
            {
                columns[at]!.Add(new(place, sound, state.Cost));
                continue;
            }

            _spoken.Clear();
            Speak(state.Sound.SpokenBefore(unit), letters, left, state.Cost);
            foreach (var (length, cost) in _spoken)
                (columns[at + length] ??= []).Add(new(place, sound, cost));
        }
    }

    /// <summary>Every way in which the next letters can be the slots spoken, with the letters used and the cost so far.</summary>
    private void Speak(Spoken spoken, ulong letters, int left, float cost)
    {
        if (spoken == default)
        {
            _spoken.Add((0, cost));
            return;
        }

        Speak(spoken, 0, letters, left, 0, cost);
    }

    private void Speak(Spoken spoken, int part, ulong letters, int left, int used, float cost)
    {
        var slot = spoken[part];
        if (slot < 0)
        {
            if (part == 2)
                _spoken.Add((used, cost));
            else
                Speak(spoken, part + 1, letters, left, used, cost);
            return;
        }

        foreach (var spelling in channel.Of(slot, letters))
        {
            if (spelling.Length > left || !spelling.Begins(letters))
                continue;
            if (part == 2)
                _spoken.Add((used + spelling.Length, cost + spelling.Cost));
            else
                Speak(spoken, part + 1, spelling.Length == 8 ? 0 : letters >> (8 * spelling.Length), left - spelling.Length, used + spelling.Length, cost + spelling.Cost);
        }
    }

    private readonly record struct State(TriePlace Place, Sound Sound, float Cost);
}
