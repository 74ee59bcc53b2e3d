using System.Runtime.InteropServices;

namespace SearchService.Engine.Concordances;

/// <summary>The words beside occurrences, as numbers: three for each, in the order in which they are compared.</summary>
internal sealed class NeighbourWords
{
    /// <summary>How many words on a side are compared at most.</summary>
    public const int Reach = 3;

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

    /// <summary>Ordinals of the words beside an occurrence, and where what stands there is to be noted.</summary>
    /// <param name="place">The occurrence.</param>
    /// <param name="line">Its number.</param>
    public IEnumerable<(int Word, int Slot)> Wanted(Place place, int line)
    {
        for (var distance = _nearest; distance <= Reach; distance++)
        {
            var word = _left ? place.Start - distance : place.End + distance;
            if (word >= 0)
                yield return (word, (line * Reach) + distance - _nearest);
        }
    }

    /// <summary>Notes the word that stands in a place.</summary>
    public void Set(int slot, int number) => _words[slot] = number;

    /// <summary>The number of a word, its own from now on.</summary>
    public int NumberOf(ReadOnlySpan<char> form)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_bySpan, form, out var known);
        if (!known)
            number = _numbers.Count - 1;
        return number;
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
            _wanted.AddRange(Wanted(places[i], first + i));
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
        foreach (ref var word in _words.AsSpan())
            word = word < 0 ? -1 : ranks[word];

        var places = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            places[order[i]] = i;
        order.AsSpan().Sort((one, other) =>
        {
            var compared = _words.AsSpan(one * Reach, Reach).SequenceCompareTo(_words.AsSpan(other * Reach, Reach));
            return compared != 0 ? compared : places[one].CompareTo(places[other]);
        });
    }
}
