using SearchService.Language.Normalization;

namespace SearchService.Language.Transliteration;

/// <summary>
/// Spells a romanised word in Devanagari with no list of words: the letters that are likeliest both to be written so and to stand in a row in
/// Hindi, by a beam search over the letters. For one thread; reused from word to word.
/// </summary>
/// <param name="channel">How sounds are written in Latin letters.</param>
/// <param name="letters">Which letters follow each other.</param>
internal sealed class FreeSpelling(Channel channel, LetterModel letters)
{
    /// <summary>Longest word that is spelt.</summary>
    public const int MaxLength = 24;

    private const int Beam = 10;

    /// <summary>Most places gathered at a letter, of which the best are kept.</summary>
    private const int MostGathered = 400;

    /// <summary>A place that costs this much more than the best at its letter is given up.</summary>
    private const float Reach = 6f;

    /// <summary>How much the order of letters counts beside how they are written.</summary>
    private const float OrderWeight = 0.8f;

    /// <summary>What costs more, and this more for each letter, is no word.</summary>
    private const float Most = 4f;
    private const float MostPerLetter = 4.2f;

    // Of letters, signs and marks those that Hindi is written with; ज़ and its like are two.
    private const string Units = "अआइईउऊऋएऐऑओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह\u0901\u0902\u093C\u093E\u093F\u0940\u0941\u0942\u0943\u0947\u0948\u0949\u094B\u094C\u094D";

    private readonly SpokenWays _ways = new(channel);
    private readonly List<State>[] _columns = [.. Enumerable.Range(0, MaxLength + 1).Select(_ => new List<State>())];
    private readonly ulong[] _letters = new ulong[MaxLength + 1];
    private readonly float[] _best = new float[MaxLength + 1];
    private readonly List<(char Unit, int Before)> _path = [];

    /// <summary>The likeliest spellings, the best first; none for what no Hindi word can be written as.</summary>
    /// <param name="latin">Lower-case letters a to z.</param>
    /// <param name="most">The most to return.</param>
    public List<(string Text, float Cost)> Of(ReadOnlySpan<char> latin, int most)
    {
        var found = new List<(string Text, float Cost)>();
        if (latin.Length is 0 or > MaxLength || latin.ContainsAnyExceptInRange('a', 'z'))
            return found;
        _path.Clear();
        for (var at = 0; at <= latin.Length; at++)
        {
            _columns[at].Clear();
            (_letters[at], _best[at]) = (Spelling.Pack(latin[at..]), float.MaxValue);
        }

        _columns[0].Add(new(Sound.Start, LetterModel.Edge, LetterModel.Edge, 0, 0, -1));
        for (var at = 0; at <= latin.Length; at++)
        {
            Prune(_columns[at]);
            for (var index = 0; index < _columns[at].Count; index++)
                Follow(_columns[at][index], at, latin.Length - at, found);
        }

        found.Sort(static (one, other) => one.Cost.CompareTo(other.Cost));
        var highest = Most + (MostPerLetter * latin.Length);
        found.RemoveAll(one => one.Cost > highest);
        return [.. found.DistinctBy(one => one.Text).Take(most)];
    }

    private static void Prune(List<State> column)
    {
        column.Sort(static (one, other) => one.Promise.CompareTo(other.Promise));
        var kept = 0;
        for (var index = 0; index < column.Count && kept < Beam && column[index].Promise <= column[0].Promise + Reach; index++)
        {
            var state = column[index];
            var known = false;
            for (var other = 0; other < kept && !known; other++)
                known = column[other].IsAs(state);
            if (!known)
                column[kept++] = state;
        }

        column.RemoveRange(kept, column.Count - kept);
    }

    private void Follow(in State state, int at, int left, List<(string, float)> found)
    {
        _ways.Begin(_letters[at], left);
        foreach (var unit in Units)
        {
            if (!state.CanBefore(unit))
                continue;
            if (state.Sound.Letter == '\0' || state.Sound.IsChangedBy(unit))
            {
                Add(at, state, unit, 0);
                continue;
            }

            foreach (ref readonly var way in _ways.Of(state.Sound.SpokenBefore(unit)))
            {
                // Of two consonants alike one may be silent, of other letters none: a word could have any number of those.
                if (way.Length > 0 || (state.Last == Devanagari.Virama && state.Before == unit))
                    Add(at + way.Length, state, unit, way.Cost);
            }
        }

        if (state.Last is LetterModel.Edge or Devanagari.Virama)
            return;
        foreach (ref readonly var way in _ways.Of(state.Sound.SpokenBefore('\0')))
        {
            if (way.Length == left)
                found.Add((Text(state.Path), state.Cost + way.Cost + (OrderWeight * letters.Cost(state.Before, state.Last, LetterModel.Edge))));
        }
    }

    private void Add(int at, in State from, char unit, float spoken)
    {
        var sound = from.Sound.Then(unit);
        var least = channel.Least.Of(sound, _letters[at]);
        if (float.IsPositiveInfinity(least))
            return;
        var cost = from.Cost + spoken + (OrderWeight * letters.Cost(from.Before, from.Last, unit));
        var column = _columns[at];
        if (column.Count == MostGathered)
            return;
        if (cost + least > _best[at] + Reach)
            return;
        _best[at] = Math.Min(_best[at], cost + least);
        _path.Add((unit, from.Path));
        column.Add(new(sound, from.Last, unit, cost, cost + least, _path.Count - 1));
    }

    private string Text(int path)
    {
        var units = new List<char>();
        for (; path >= 0; path = _path[path].Before)
            units.Add(_path[path].Unit);
        units.Reverse();
        return new([.. units]);
    }

    /// <summary>A place that the search has reached.</summary>
    private readonly record struct State(Sound Sound, char Before, char Last, float Cost, float Promise, int Path)
    {
        /// <summary>Whether whatever follows costs the same from here as from another place.</summary>
        public bool IsAs(in State other) => Sound == other.Sound && Last == other.Last && Before == other.Before;

        /// <summary>Whether a letter can be written behind what is there.</summary>
        public bool CanBefore(char unit) => unit switch
        {
            Devanagari.Virama => Devanagari.IsConsonant(Sound.Letter) && Last is not Devanagari.Virama,
            Devanagari.Nukta => Last is >= 'क' and <= 'ग' or 'ज' or 'ड' or 'ढ' or 'फ',
            _ when Last == Devanagari.Virama => Devanagari.IsConsonant(unit),
            _ when Devanagari.IsVowelSign(unit) => Devanagari.IsConsonant(Sound.Letter),
            Devanagari.Anusvara or Devanagari.Chandrabindu => Last is not (LetterModel.Edge or Devanagari.Anusvara or Devanagari.Chandrabindu),
            _ => true,
        };
    }
}
