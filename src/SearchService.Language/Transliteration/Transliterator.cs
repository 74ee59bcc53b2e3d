using System.Numerics;
using SearchService.Language.Concepts;

namespace SearchService.Language.Transliteration;

/// <summary>
/// Finds the words of a vocabulary that a word in the other script spells, by a beam search through the vocabulary's trie:
/// only words that are there are ever spelt. For one thread at a time.
/// </summary>
internal sealed class Transliterator(Vocabulary vocabulary, Channel channel)
{
    /// <summary>How much the logarithm of a word's count speaks for it, beside -ln P(spelling).</summary>
    public const float FrequencyWeight = 0.25f;

    /// <summary>Most places kept at each letter of the word asked for.</summary>
    private const int Beam = 160;

    /// <summary>A place this much less promising than the best at its letter is given up.</summary>
    private const float Reach = 10f;

    /// <summary>Longest word looked up: longer ones are no names.</summary>
    private const int MaxLength = 40;

    /// <summary>What a slip of the pen costs: a letter too many, one too few, one for another.</summary>
    private const float ExtraLetter = 6f;
    private const float MissingLetter = 6.5f;
    private const float OtherLetter = 8f;

    /// <summary>Shortest word that is looked up with slips: of a shorter one too little would be left.</summary>
    private const int ShortestWithSlip = 5;

    /// <summary>A word is looked up with slips when the best that was found without costs more than this, and this for each letter.</summary>
    private const float Doubtful = 2f;
    private const float DoubtfulPerLetter = 0.35f;

    private const float Ln2 = 0.6931472f;

    private readonly BeamColumns _columns = new(MaxLength, Beam);
    private readonly ulong[] _letters = new ulong[MaxLength + 1];
    private readonly SpokenWays _ways = new(channel);
    private readonly TriePlace[] _children = new TriePlace[26];
    private readonly List<(TriePlace Place, float Cost)> _places = [];
    private readonly List<(TriePlace Place, float Cost)> _next = [];
    private int _slips;

    /// <summary>Devanagari words for a word in Latin letters; with one slip of the pen when they would be doubtful without.</summary>
    /// <param name="latin">Lower-case letters a to z; with any other letter nothing is found.</param>
    /// <param name="found">Where the candidates are put, in no order, each word once.</param>
    public void ToDevanagari(ReadOnlySpan<char> latin, Dictionary<int, float> found)
    {
        if (latin.Length is 0 or > MaxLength || latin.ContainsAnyExceptInRange('a', 'z'))
            return;
        Search(latin, 0, found);
        if (latin.Length < ShortestWithSlip)
            return;
        var best = float.MaxValue;
        foreach (var cost in found.Values)
            best = Math.Min(best, cost);
        if (best > Doubtful + (DoubtfulPerLetter * latin.Length))
            Search(latin, 1, found);
    }

    private void Search(ReadOnlySpan<char> latin, int slips, Dictionary<int, float> found)
    {
        _columns.Clear();
        _slips = slips;
        for (var at = 0; at <= latin.Length; at++)
            _letters[at] = Spelling.Pack(latin[at..]);
        _columns.Add(0, new(WordTrie.Root, Sound.Start, 0, 0, 0));
        for (var at = 0; at <= latin.Length; at++)
        {
            var text = new TextLeft(at, _letters[at], latin.Length - at);
            var best = float.MaxValue;
            for (var index = 0; index < _columns.Count(at); index++)
            {
                if (!_columns.TryGet(at, index, out var state) || state.Promise > best + Reach)
                    continue;
                best = Math.Min(best, state.Promise);
                if (vocabulary.Trie.WordAt(state.Place) is var word and >= 0)
                    End(state, word, text, found);
                Follow(state, text);
                if (state.Slips < slips && state.Sound.Letter != '\0')
                    Slip(state, text);
            }
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
        var (places, next) = (_places, _next);
        places.Clear();
        places.Add((WordTrie.Root, 0));
        foreach (var slot in SoundSlots.Of(devanagari))
        {
            next.Clear();
            var spellings = channel.Of(slot);
            foreach (var (place, cost) in places)
            {
                var letters = ReadChildren(trie, place);
                foreach (ref readonly var spelling in spellings.AsSpan())
                {
                    if (spelling.Length == 0)
                        next.Add((place, cost + spelling.Cost));
                    else if ((letters >> spelling.First & 1) != 0 && Down(trie, _children[spelling.First], spelling.Rest) is { } reached)
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
            if (place.Depth > 0 && trie.WordAt(place) is var word and >= 0)
                Find(word, cost, found);
        }
    }

    /// <summary>Notes the places one Latin letter on from a place; returns a bit for each letter that leads to one.</summary>
    private int ReadChildren(WordTrie trie, TriePlace place)
    {
        var letters = 0;
        foreach (var (unit, child) in trie.Children(place))
        {
            if (unit is < 'a' or > 'z')
                continue;
            letters |= 1 << (unit - 'a');
            _children[unit - 'a'] = child;
        }

        return letters;
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

    /// <summary>Adds a place, if the text can go on from there.</summary>
    private void Add(int at, in BeamState reached, float credit)
    {
        var least = channel.Least.Of(reached.Sound, _letters[at]);
        if (reached.Slips < _slips)
            least = Math.Min(least, MissingLetter);
        if (!float.IsPositiveInfinity(least))
            _columns.Add(at, reached with { Promise = reached.Cost + least - credit });
    }

    /// <summary>What the most frequent word at or beyond a place may have to its credit, about.</summary>
    private float Credit(TriePlace place) => FrequencyWeight * Ln2 * (BitOperations.Log2((uint)vocabulary.Trie.BestAt(place)) + 1);

    private void End(in BeamState state, int word, TextLeft text, Dictionary<int, float> found)
    {
        if (text.Length > Spelling.MaxLength)
            return;
        var slip = state.Slips < _slips;
        foreach (var spelling in channel.Of(state.Sound.SpokenBefore('\0'), text.Letters))
        {
            var more = text.Length - spelling.Length;
            if (spelling.Begins(text.Letters) && (more == 0 || (slip && more == 1)))
                Find(word, state.Cost + spelling.Cost + (more == 0 ? 0 : ExtraLetter), found);
        }

        if (slip && text.Length <= 1)
            Find(word, state.Cost + (text.Length == 0 ? MissingLetter : OtherLetter), found);
    }

    private static void Find(int word, float cost, Dictionary<int, float> found)
    {
        if (!found.TryGetValue(word, out var known) || cost < known)
            found[word] = cost;
    }

    private void Follow(in BeamState state, TextLeft text)
    {
        _ways.Begin(text.Letters, text.Length);
        foreach (var (unit, place) in vocabulary.Trie.Children(state.Place))
        {
            if (unit is < '\u0900' or > '\u097F')
                continue;
            var reached = state with { Place = place, Sound = state.Sound.Then(unit) };
            var credit = Credit(place);
            if (state.Sound.Letter == '\0' || state.Sound.IsChangedBy(unit))
            {
                Add(text.At, reached, credit);
                continue;
            }

            foreach (ref readonly var way in _ways.Of(state.Sound.SpokenBefore(unit)))
                Add(text.At + way.Length, reached with { Cost = state.Cost + way.Cost }, credit);
        }
    }

    /// <summary>Goes on as if the pen had slipped at this letter; never at the first.</summary>
    private void Slip(in BeamState state, TextLeft text)
    {
        var slipped = state with { Slips = state.Slips + 1 };
        if (text.Length > 0)
            Add(text.At + 1, slipped with { Cost = state.Cost + ExtraLetter }, Credit(state.Place));
        foreach (var (unit, place) in vocabulary.Trie.Children(state.Place))
        {
            if (unit is < '\u0900' or > '\u097F' || state.Sound.IsChangedBy(unit))
                continue;
            var reached = slipped with { Place = place, Sound = state.Sound.Then(unit) };
            var credit = Credit(place);
            // A vowel owed may have been written all the same.
            for (var vowel = 0; vowel <= (state.Sound.IsOwing ? 1 : 0); vowel++)
            {
                if (text.Length >= vowel)
                    Add(text.At + vowel, reached with { Cost = state.Cost + MissingLetter }, credit);
                if (text.Length > vowel)
                    Add(text.At + vowel + 1, reached with { Cost = state.Cost + OtherLetter }, credit);
            }
        }
    }

    /// <summary>What is left of the text from a letter on: its first eight letters packed, and how many there are in all.</summary>
    private readonly record struct TextLeft(int At, ulong Letters, int Length);
}
