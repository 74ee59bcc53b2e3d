using System.Runtime.InteropServices;

namespace SearchService.Engine.Concordances;

/// <summary>The words beside occurrences, as numbers: three for each, in the order in which they are compared.</summary>
internal sealed class NeighbourWords
{
    /// <summary>How many words on a side are compared at most.</summary>
    public const int Reach = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<(int Word, int Slot)> _wanted = [];
    private readonly bool _left;
    private readonly int _nearest;
    private readonly int[] _words;

    /// <summary>Makes room for the words.</summary>
    /// <param name="sort">Which words are compared.</param>
    /// <param name="lines">How many occurrences there are.</param>
    public NeighbourWords(ConcordanceSort sort, int lines)
    {
        _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        _left = sort is ConcordanceSort.Left1 or ConcordanceSort.Left2 or ConcordanceSort.Left3;
        _nearest = sort switch
        {
            ConcordanceSort.Left1 or ConcordanceSort.Right1 => 1,
            ConcordanceSort.Left2 or ConcordanceSort.Right2 => 2,
            _ => 3,
        };
        _words = new int[lines * Reach];
        Array.Fill(_words, -1);
    }

    /// <summary>How many words beside an occurrence are compared.</summary>
    public int Compared => Reach + 1 - _nearest;

    /// <summary>The ordinal of a word beside an occurrence, and where what stands there is to be noted; the ordinal is negative where there can be none.</summary>
    /// <param name="place">The occurrence.</param>
    /// <param name="line">Its number.</param>
    /// <param name="number">Which word, from 0.</param>
    public (int Word, int Slot) Wanted(Place place, int line, int number) =>
        (_left ? place.Start - _nearest - number : place.End + _nearest + number, (line * Reach) + number);

    /// <summary>Notes the word that stands in a place.</summary>
    public void Set(int slot, int number) => _words[slot] = number;

    /// <summary>The number of a word, its own from now on. May be asked by many threads.</summary>
    public int NumberOf(ReadOnlySpan<char> form)
    {
        lock (_gate)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_bySpan, form, out var known);
            if (!known)
                number = _numbers.Count - 1;
            return number;
        }
    }

    /// <summary>Reads the words beside the occurrences in one field of an article.</summary>
    /// <param name="text">The field.</param>
    /// <param name="places">The occurrences.</param>
    /// <param name="first">Number of the first of them.</param>
    /// <param name="reader">Reads the words.</param>
    public void Read(string text, ReadOnlySpan<Place> places, int first, FieldWords reader)
    {
        _wanted.Clear();
        for (var i = 0; i < places.Length; i++)
        {
            for (var number = 0; number < Compared; number++)
            {
                if (Wanted(places[i], first + i, number) is { Word: >= 0 } wanted)
                    _wanted.Add(wanted);
            }
        }

        _wanted.Sort();
        var next = 0;
        reader.Read(text, (word, form) =>
        {
            for (; next < _wanted.Count && _wanted[next].Word == word; next++)
                _words[_wanted[next].Slot] = NumberOf(form);
        });
    }

    /// <summary>The occurrences by their words in the order of letters, those without a word there first; equal ones stay in their order.</summary>
    /// <param name="order">Numbers of the occurrences.</param>
    public void Sort(int[] order)
    {
        var words = new string[_numbers.Count];
        foreach (var (word, number) in _numbers)
            words[number] = word;
        var byLetters = Enumerable.Range(0, words.Length).ToArray();
        Array.Sort(words, byLetters, StringComparer.Ordinal);
        var ranks = new int[words.Length];
        for (var rank = 0; rank < byLetters.Length; rank++)
            ranks[byLetters[rank]] = rank;
        // The three ranks of an occurrence in one number; no word ranks first.
        var keys = new UInt128[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            var key = UInt128.Zero;
            foreach (var word in _words.AsSpan(order[i] * Reach, Reach))
                key = (key << 32) | (uint)(word < 0 ? 0 : ranks[word] + 1);
            keys[i] = key;
        }

        var places = new int[order.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = i;
        keys.AsSpan().Sort(places.AsSpan());
        // What sorts equal has come apart: it goes back to its order.
        for (int from = 0, to; from < keys.Length; from = to)
        {
            to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
                to++;
            places.AsSpan(from..to).Sort();
        }

        foreach (ref var place in places.AsSpan())
            place = order[place];
        places.CopyTo(order, 0);
    }
}
