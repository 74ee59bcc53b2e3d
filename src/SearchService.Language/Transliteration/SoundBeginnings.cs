using System.Runtime.InteropServices;
using SearchService.Language.Concepts;

namespace SearchService.Language.Transliteration;

/// <summary>
/// Finds the places in a vocabulary's trie that the beginning of a word in the other script spells: as <see cref="Transliterator"/>, but the letters
/// typed need only reach some way into a word. For one thread.
/// </summary>
internal sealed class SoundBeginnings(Vocabulary vocabulary, Channel channel)
{
    /// <summary>Most places kept at each letter typed, and found.</summary>
    private const int Beam = 120;

    /// <summary>A place this much worse than the best is given up.</summary>
    private const float Reach = 7f;

    /// <summary>Longest beginning looked up.</summary>
    private const int MaxLength = 24;

    private readonly List<(int Length, float Cost)> _spoken = [];

    /// <summary>Places among Devanagari words for letters a to z; none for anything else.</summary>
    /// <param name="latin">Lower-case letters.</param>
    /// <returns>Places with -ln P(letters | what leads there), the best first, each once.</returns>
    public List<(TriePlace Place, float Cost)> InDevanagari(ReadOnlySpan<char> latin)
    {
        if (latin.Length is 0 or > MaxLength || latin.ContainsAnyExceptInRange('a', 'z'))
            return [];
        var found = new Dictionary<TriePlace, float>();
        var columns = new List<State>?[latin.Length + 1];
        columns[0] = [new(WordTrie.Root, Sound.Start, 0)];
        for (var at = 0; at < latin.Length; at++)
        {
            if (columns[at] is not { } column)
                continue;
            column.Sort(static (one, other) => one.Cost.CompareTo(other.Cost));
            if (column.Count > Beam)
                column.RemoveRange(Beam, column.Count - Beam);
            var letters = Spelling.Pack(latin[at..]);
            for (var index = 0; index < column.Count; index++)
            {
                if (column[index].Cost <= column[0].Cost + Reach)
                    Follow(column[index], letters, latin.Length - at, columns, at, found);
            }

            columns[at] = null;
        }

        return Best(found);
    }

    /// <summary>Places among Latin words for the beginning of a Devanagari word.</summary>
    /// <param name="devanagari">Letters in NFC.</param>
    /// <returns>As <see cref="InDevanagari"/>.</returns>
    public List<(TriePlace Place, float Cost)> InLatin(ReadOnlySpan<char> devanagari)
    {
        var slots = new List<int>(devanagari.Length * 2);
        if (devanagari.Length is 0 or > MaxLength || devanagari.ContainsAnyExceptInRange('\u0900', '\u097F'))
            return [];
        var sound = Sound.Start;
        foreach (var letter in devanagari)
        {
            if (!sound.IsChangedBy(letter))
                sound.SpokenBefore(letter).AddTo(slots);
            sound = sound.Then(letter);
        }

        var places = new Dictionary<TriePlace, float> { [WordTrie.Root] = 0 };
        foreach (var slot in slots)
            places = Down(places, slot);

        // What follows the last letter is not typed yet: it may end the word, or stand before a consonant or a vowel. Its inherent vowel is not typed either.
        var found = new Dictionary<TriePlace, float>();
        foreach (var next in (ReadOnlySpan<char>)['\0', 'त', 'ा'])
        {
            var spoken = sound.SpokenBefore(next);
            var reached = spoken[0] >= 0 ? Down(places, spoken[0]) : places;
            foreach (var (place, cost) in spoken[1] >= 0 ? Down(reached, spoken[1]) : reached)
                Note(found, place, cost);
        }

        found.Remove(WordTrie.Root);
        return Best(found);
    }

    private static void Note(Dictionary<TriePlace, float> found, TriePlace place, float cost)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(found, place, out var exists);
        if (!exists || cost < known)
            known = cost;
    }

    private static List<(TriePlace Place, float Cost)> Best(Dictionary<TriePlace, float> found)
    {
        var best = found.Select(pair => (Place: pair.Key, Cost: pair.Value)).ToList();
        best.Sort(static (one, other) => one.Cost.CompareTo(other.Cost));
        var count = Math.Min(Beam, best.FindIndex(one => one.Cost > best[0].Cost + Reach) is var end and >= 0 ? end : best.Count);
        best.RemoveRange(count, best.Count - count);
        return best;
    }

    private Dictionary<TriePlace, float> Down(Dictionary<TriePlace, float> places, int slot)
    {
        var reached = new Dictionary<TriePlace, float>();
        foreach (var (place, cost) in places.Count <= Beam ? places : places.OrderBy(pair => pair.Value).Take(Beam))
        {
            foreach (var spelling in channel.Of(slot))
            {
                if (Transliterator.Down(vocabulary.Trie, place, spelling) is { } to)
                    Note(reached, to, cost + spelling.Cost);
            }
        }

        return reached;
    }

    /// <summary>
    /// Goes on by a letter: now the one before it can be spoken. When that uses up what was typed, the place before is found, for what follows is open.
    /// </summary>
    private void Follow(in State state, ulong letters, int left, List<State>?[] columns, int at, Dictionary<TriePlace, float> found)
    {
        if (state.Sound.Letter != '\0' && vocabulary.Trie.WordAt(state.Place) >= 0)
            Speak(state, '\0', letters, left, found);
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

            Speak(state, unit, letters, left, found);
            foreach (var (length, cost) in _spoken)
            {
                if (length < left)
                    (columns[at + length] ??= []).Add(new(place, sound, cost));
            }
        }
    }

    private void Speak(in State state, char next, ulong letters, int left, Dictionary<TriePlace, float> found)
    {
        _spoken.Clear();
        Speak(state.Sound.SpokenBefore(next), 0, letters, left, 0, state.Cost);
        foreach (var (length, cost) in _spoken)
        {
            if (length == left)
                Note(found, state.Place, cost);
        }
    }

    /// <summary>Every way in which the next letters typed can be the slots spoken, or begin them, with the letters used and the cost so far.</summary>
    private void Speak(Spoken spoken, int part, ulong letters, int left, int used, float cost)
    {
        if (part == 3 || left == 0)
        {
            _spoken.Add((used, cost));
            return;
        }

        if (spoken[part] < 0)
        {
            Speak(spoken, part + 1, letters, left, used, cost);
            return;
        }

        foreach (var spelling in channel.Of(spoken[part], letters))
        {
            if (spelling.Length > left && ((letters ^ spelling.Letters) << (64 - (8 * left))) == 0)
                _spoken.Add((used + left, cost + spelling.Cost));
            else if (spelling.Length <= left && spelling.Begins(letters))
                Speak(spoken, part + 1, spelling.Length == 8 ? 0 : letters >> (8 * spelling.Length), left - spelling.Length, used + spelling.Length, cost + spelling.Cost);
        }
    }

    private readonly record struct State(TriePlace Place, Sound Sound, float Cost);
}
