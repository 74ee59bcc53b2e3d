using System.Numerics;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>Reads where any form of a concept stands in one field of a document.</summary>
internal sealed class PositionsReader
{
    private readonly (FormList List, ulong Bit)[] _lists;

    // By the number of a bit its first list: those that share one follow each other.
    private readonly int[] _ofBit = new int[64];
    private int[] _read = new int[16];
    private (int Position, float Weight)[] _positions = new (int, float)[16];
    private readonly List<int> _distinct = [];
    private int _distinctOf = -1;

    private PositionsReader((FormList List, ulong Bit)[] lists)
    {
        _lists = lists;
        for (var list = lists.Length - 1; list >= 0; list--)
        {
            Lists |= lists[list].Bit;
            _ofBit[BitOperations.TrailingZeroCount(lists[list].Bit)] = list;
        }
    }

    /// <summary>Its lists, by <see cref="ConceptSums.BitOf"/>.</summary>
    public ulong Lists { get; }

    /// <summary>Readers of all fields, by field number.</summary>
    public static PositionsReader[] ByField(IReadOnlyList<FormList> lists) =>
        [.. Enumerable.Range(0, ScoredField.All.Length).Select(field => new PositionsReader([.. lists.Select((list, number) => (list, ConceptSums.BitOf(number))).Where(one => one.list.Field == field)]))];

    /// <summary>Whether a document has it.</summary>
    public bool Has(int document)
    {
        foreach (var (list, _) in _lists)
        {
            if (list.Cursor.Seek(document))
                return true;
        }

        return false;
    }

    /// <summary>Positions in ascending order, each with the weight of the form that stands there; valid until the next call.</summary>
    /// <param name="document">The document.</param>
    /// <param name="known">The lists that it may have, by their bits.</param>
    public ReadOnlySpan<(int Position, float Weight)> Read(int document, ulong known = ulong.MaxValue)
    {
        var (count, forms) = (0, 0);
        for (var left = known & Lists; left != 0; left &= left - 1)
        {
            var bit = BitOperations.TrailingZeroCount(left);
            for (var list = _ofBit[bit]; list < _lists.Length && _lists[list].Bit == 1UL << bit; list++)
            {
                if (!_lists[list].List.Cursor.Seek(document))
                    continue;
                forms++;
                count = Add(_lists[list].List, count);
            }
        }

        var positions = _positions.AsSpan(0, count);
        if (forms > 1)
            Nearness.Sort(positions);
        return positions;
    }

    private int Add(FormList list, int count)
    {
        var here = list.Cursor.Frequency;
        if (_read.Length < here)
            _read = new int[2 * here];
        if (_positions.Length < count + here)
            Array.Resize(ref _positions, 2 * (count + here));
        list.Cursor.ReadPositions(_read.AsSpan(0, here));
        for (var i = 0; i < here; i++)
            _positions[count + i] = (_read[i], list.Weight);
        return count + here;
    }

    /// <summary>Positions in ascending order, each once; valid until another document is read.</summary>
    public IReadOnlyList<int> ReadDistinct(int document)
    {
        if (_distinctOf == document)
            return _distinct;
        _distinctOf = document;
        _distinct.Clear();
        foreach (var (position, _) in Read(document))
        {
            if (_distinct.Count == 0 || _distinct[^1] != position)
                _distinct.Add(position);
        }

        return _distinct;
    }
}
