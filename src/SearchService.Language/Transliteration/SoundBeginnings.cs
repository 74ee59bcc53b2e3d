using System.Runtime.InteropServices;
using SearchService.Language.Concepts;

namespace SearchService.Language.Transliteration;

/// <summary>
/// Finds the places in a vocabulary's trie that the beginning of a word in the other script spells: as <see cref="Transliterator"/>, but the letters
/// typed need only reach some way into a word. Safe for many threads.
/// </summary>
internal sealed class SoundBeginnings(Vocabulary vocabulary, Channel channel)
{
    /// <summary>Most places kept at each letter typed, and found.</summary>
    private const int Beam = 120;

    /// <summary>A place this much worse than the best is given up.</summary>
    private const float Reach = 5f;

    /// <summary>Longest beginning looked up.</summary>
    private const int MaxLength = 24;

    /// <summary>Places among Devanagari words for letters a to z; none for anything else.</summary>
    /// <param name="latin">Lower-case letters.</param>
    /// <returns>Places with -ln P(letters | what leads there), the best first, each once.</returns>
    public List<(TriePlace Place, float Cost)> InDevanagari(ReadOnlySpan<char> latin)
    {
        if (latin.Length is 0 or > MaxLength || latin.ContainsAnyExceptInRange('a', 'z'))
            return [];
        var found = new Dictionary<TriePlace, float>();
        var columns = new Column[latin.Length];
        for (var at = 1; at < columns.Length; at++)
            columns[at] = new([], float.PositiveInfinity);
        columns[0] = new([new(WordTrie.Root, Sound.Start, 0, 0)], float.PositiveInfinity);
        for (var at = 0; at < latin.Length; at++)
        {
            var states = columns[at].States;
            states.Sort(static (one, other) => one.Bound.CompareTo(other.Bound));
            if (states.Count > Beam)
                states.RemoveRange(Beam, states.Count - Beam);
            for (var index = 0; index < states.Count; index++)
            {
                if (states[index].Bound <= columns[at].Best + Reach)
                    Follow(states[index], latin, at, columns, found);
            }
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
    private void Follow(in State state, ReadOnlySpan<char> latin, int at, Column[] columns, Dictionary<TriePlace, float> found)
    {
        var letters = Spelling.Pack(latin[at..]);
        if (state.Sound.Letter != '\0' && vocabulary.Trie.WordAt(state.Place) >= 0)
            NoteSpoken(state, state.Sound.SpokenBefore('\0'), letters, latin.Length - at, found);
        Spoken? noted = null;
        foreach (var (unit, place) in vocabulary.Trie.Children(state.Place))
        {
            if (unit is < '\u0900' or > '\u097F')
                continue;
            var reached = state with { Place = place, Sound = state.Sound.Then(unit) };
            if (state.Sound.Letter == '\0' || state.Sound.IsChangedBy(unit))
            {
                Add(columns, at, reached, letters);
                continue;
            }

            // Before most letters that may follow it is spoken alike.
            var spoken = state.Sound.SpokenBefore(unit);
            if (noted != spoken)
                NoteSpoken(state, spoken, letters, latin.Length - at, found);
            noted = spoken;
            foreach (var spelling in channel.Of(spoken, letters))
            {
                if (spelling.Length < latin.Length - at && spelling.Begins(letters))
                    Add(columns, at + spelling.Length, reached with { Cost = state.Cost + spelling.Cost }, Spelling.Pack(latin[(at + spelling.Length)..]));
            }
        }
    }

    private void Add(Column[] columns, int at, in State state, ulong letters) =>
        columns[at].Add(state with { Bound = state.Cost + channel.Least.Of(state.Sound, letters) });

    /// <summary>Notes the place of a state when what is spoken there can be all the letters left, or go on from them.</summary>
    private void NoteSpoken(in State state, Spoken spoken, ulong letters, int left, Dictionary<TriePlace, float> found)
    {
        foreach (var spelling in channel.Of(spoken, letters))
        {
            // Likeliest first.
            if (spelling.Length >= left && ((letters ^ spelling.Letters) << (64 - (8 * left))) == 0)
            {
                Note(found, state.Place, state.Cost + spelling.Cost);
                return;
            }
        }
    }

    /// <summary>Somewhere in the trie, with a letter that is not spoken yet.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Sound">The letter.</param>
    /// <param name="Cost">The cost so far.</param>
    /// <param name="Bound">The cost, with the least that the letter can add to it.</param>
    private readonly record struct State(TriePlace Place, Sound Sound, float Cost, float Bound);

    /// <summary>The states that have used up so many of the letters typed.</summary>
    private struct Column(List<State> states, float best)
    {
        public List<State> States { get; } = states;

        public float Best { get; private set; } = best;

        public void Add(in State state)
        {
            if (state.Bound > Best + Reach)
                return;
            Best = Math.Min(Best, state.Bound);
            States.Add(state);
        }
    }
}
