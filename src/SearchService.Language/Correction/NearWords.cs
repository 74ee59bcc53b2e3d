using SearchService.Language.Concepts;

namespace SearchService.Language.Correction;

/// <summary>A word of a vocabulary near the one asked for.</summary>
/// <param name="Id">The word.</param>
/// <param name="Distance">The cost of the cheapest edits between the two.</param>
internal readonly record struct NearWord(int Id, float Distance);

/// <summary>
/// Finds the words of a vocabulary that are nearest to a word, a frequent one before a rare one at the same distance. Walks the trie best
/// first: a place waits with the least that a word beyond it can cost, by the row of edit distances up to it and the most frequent word below.
/// What is found is what comparing with every word would find, as long as the search ends before <see cref="MostPlaces"/>: in a vocabulary of
/// thousands it does; of a million words it now and then misses a correction that is far off.
/// </summary>
/// <param name="vocabulary">The words.</param>
internal sealed class NearWords(Vocabulary vocabulary)
{
    /// <summary>How much the logarithm of a word's count makes up for distance.</summary>
    public const float FrequencyWeight = 0.08f;

    /// <summary>Most places kept: bounds the time of a word that nothing is near to.</summary>
    private const int MostPlaces = 8_000;

    private readonly List<Place> _places = [];
    private readonly PriorityQueue<(int Place, bool IsWord), float> _waiting = new();
    private float[] _rows = new float[1 << 12];
    private AskedUnits _asked = new([]);
    private float _reach;
    private int _rarest;

    /// <summary>The cost by which words are ranked: the distance, less what the frequency makes up for.</summary>
    public static float Rank(float distance, int count) => distance - (FrequencyWeight * MathF.Log(1 + Math.Max(0, count)));

    /// <summary>The nearest words, best first, the word itself left out.</summary>
    /// <param name="word">A word in NFC.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="reach">The greatest distance.</param>
    /// <param name="rarest">The least count.</param>
    public List<NearWord> Of(ReadOnlySpan<char> word, int most, float reach, int rarest = 1)
    {
        _places.Clear();
        _waiting.Clear();
        (_asked, _reach, _rarest) = (new(Unit.All(word)), reach, rarest);
        var found = new List<NearWord>();
        AddRoot();
        while (found.Count < most && _waiting.TryDequeue(out var next, out _))
        {
            if (!next.IsWord)
            {
                Expand(next.Place);
                continue;
            }

            var id = vocabulary.Trie.WordAt(_places[next.Place].At);
            if (id >= 0 && !word.SequenceEqual(vocabulary.WordOf(id)))
                found.Add(new(id, Row(next.Place)[_asked.Count]));
        }

        return found;
    }

    private Span<float> Row(int place) => _rows.AsSpan(place * (_asked.Count + 1), _asked.Count + 1);

    private void AddRoot()
    {
        _places.Add(new(WordTrie.Root, null, -1, 0));
        MakeRoom();
        var row = Row(0);
        row[0] = 0;
        for (var at = 1; at < row.Length; at++)
            row[at] = row[at - 1] + _asked.Omit[at];
        _waiting.Enqueue((0, false), float.NegativeInfinity);
    }

    private void Expand(int place)
    {
        var (from, costs, _, _) = _places[place];
        foreach (var (letter, to) in vocabulary.Trie.Children(from))
        {
            // With its nukta or virama it is another unit, added beside this one.
            if (costs?.Unit.With(letter) is null)
                Add(Unit.Of(letter), to, place);
        }
    }

    private void Add(Unit unit, TriePlace at, int parent)
    {
        var most = vocabulary.Trie.BestAt(at);
        if (most < _rarest || _places.Count >= MostPlaces)
            return;
        var place = _places.Count;
        _places.Add(new(at, _asked.Of(unit), parent, _places[parent].Depth + 1));
        MakeRoom();
        var least = FillRow(place);
        var distance = Row(place)[_asked.Count];
        if (least <= _reach)
            _waiting.Enqueue((place, false), Rank(least, most));
        else
            _places.RemoveAt(place);
        if (distance <= _reach && vocabulary.Trie.WordAt(at) is var id and >= 0 && vocabulary.CountOf(id) is var count && count >= _rarest)
            _waiting.Enqueue((place, true), Rank(distance, count));
        if (!unit.IsConsonant)
            return;
        foreach (var (letter, to) in vocabulary.Trie.Children(at))
        {
            if (unit.With(letter) is { } longer)
                Add(longer, to, parent);
        }
    }

    /// <summary>Fills the row of a place and returns the least distance of any word beyond it: the least of the row, or of an edit of two units whose second is still to come.</summary>
    private float FillRow(int place)
    {
        var (_, costs, parent, depth) = _places[place];
        var (_, formerCosts, grandparent, _) = _places[parent];
        var row = Row(place);
        var before = Row(parent);
        var former = depth > 1 ? Row(grandparent) : default;
        var insert = costs!.Indel * (depth == 1 ? EditCosts.FirstFactor : 1);
        var joins = formerCosts is { BeginsAnyJoint: true };
        var (substitute, fromTwo, begins, omit) = (costs.Substitute, costs.FromTwo, costs.BeginsJoint, _asked.Omit);
        var least = row[0] = before[0] + insert;
        for (var at = 1; at < row.Length; at++)
        {
            var best = before[at - 1] + (substitute[at] * (at == 1 && depth == 1 ? EditCosts.FirstFactor : 1));
            best = Math.Min(best, Math.Min(before[at] + insert, row[at - 1] + omit[at]));
            if (at > 1)
            {
                best = Math.Min(best, before[at - 2] + fromTwo[at]);
                if (substitute[at] == 0)
                    least = Math.Min(least, before[at - 2] + EditCosts.Swap);
                if (formerCosts is not null && substitute[at - 1] == 0 && formerCosts.Substitute[at] == 0 && IsSwap(formerCosts, costs))
                    best = Math.Min(best, former[at - 2] + EditCosts.Swap);
            }

            if (joins && formerCosts!.BeginsJoint[at] < EditCosts.Never)
                best = Math.Min(best, former[at - 1] + EditCosts.Joint(formerCosts.Unit, costs.Unit, _asked[at]));
            row[at] = best;
            least = Math.Min(least, Math.Min(best, before[at - 1] + begins[at]));
        }

        return least;
    }

    private static bool IsSwap(UnitCosts first, UnitCosts second) =>
        first.Unit != second.Unit && first.Indel < EditCosts.Never && second.Indel < EditCosts.Never;

    private void MakeRoom()
    {
        var needed = _places.Count * (_asked.Count + 1);
        if (needed > _rows.Length)
            Array.Resize(ref _rows, Math.Max(needed, _rows.Length * 2));
    }

    private readonly record struct Place(TriePlace At, UnitCosts? Costs, int Parent, int Depth);
}
