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
            for (var distance = _nearest; distance <= Reach; distance++)
            {
                var word = _left ? places[i].Start - distance : places[i].End + distance;
                if (word >= 0)
                    _wanted.Add((word, ((first + i) * Reach) + distance - _nearest));
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

    private int NumberOf(ReadOnlySpan<char> form)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_bySpan, form, out var known);
        if (!known)
            number = _numbers.Count - 1;
        return number;
    }
}
