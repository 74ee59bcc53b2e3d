using SearchService.Language.Normalization;
using SearchService.Language.Stemming;

namespace SearchService.Language.Concepts;

/// <summary>Which forms of a paradigm on a stem the vocabulary holds, and how much they tell for the paradigm. Reused from word to word; for one thread at a time.</summary>
internal sealed class AttestedForms(Vocabulary vocabulary, WordFamilies families)
{
    private const float MostWeakEvidence = 0.9f;

    /// <summary>A form that tells against a paradigm is believed when it occurs at least this part as often as the most frequent form for it.</summary>
    private const int AgainstShare = 4;

    /// <summary>A bare stem this much more frequent than all other forms of the verb is a noun for the most part.</summary>
    private const int NounShare = 2;

    private readonly List<(int Id, float Weight)> _forms = [];
    private readonly List<(float Evidence, int Count)> _against = [];

    // By what the word has more than the stem and by number of the ending: paradigms share endings, and so the words looked for.
    private readonly List<SpellingMatch> _matches = [];
    private Held[] _held = [];
    private EndingIndex? _endings;
    private int _length;
    private int _word;

    /// <summary>The words that are members of the paradigm, with their weights; a word may come more than once.</summary>
    public IReadOnlyList<(int Id, float Weight)> Forms => _forms;

    /// <summary>The evidence of all endings found, that of the ending asked with among them.</summary>
    public float Evidence { get; private set; }

    /// <summary>Begins with a word, whose stems are looked up then.</summary>
    public void Begin(ReadOnlySpan<char> word, EndingIndex endings)
    {
        var size = (endings.Longest + 1) * endings.Count;
        if (_held.Length < size)
            _held = new Held[size];
        (_endings, _length) = (endings, word.Length);
        _word++;
        _matches.Clear();
    }

    /// <summary>Looks up every form of a paradigm on <paramref name="stem"/>.</summary>
    public void LookUp(in EndingCandidate asked, ReadOnlySpan<char> stem)
    {
        _forms.Clear();
        _against.Clear();
        var paradigm = asked.Paradigm;
        var (strong, weak, most) = (0f, 0f, 1);
        var (bare, inflected, bareForms) = (0L, 0L, 0);
        for (var i = 0; i < paradigm.Endings.Length; i++)
        {
            ref readonly var ending = ref paradigm.Endings[i];
            var isAsked = ending == asked.Ending;
            var held = Of(stem, ending, asked.Numbers[i]);
            if (!isAsked && (held.Count < 0 || held.IsClosed))
                continue;
            var count = held.Count;
            if (ending.Evidence > 0)
                Take(held, paradigm.Weight * ending.Factor);
            if (ending.Evidence < 0)
                _against.Add((ending.Evidence, count));
            else if (ending.IsWeak)
                weak += ending.Evidence;
            else
                strong += ending.Evidence;
            if (ending.Evidence > 0)
                most = Math.Max(most, count);
            if (i == 0)
                (bare, bareForms) = (Math.Max(count, 0), _forms.Count);
            else
                inflected += Math.Max(count, 0);
        }
        if (paradigm.IsVerb && bare > NounShare * Math.Max(1, inflected))
            Part(bareForms, asked.Ending == paradigm.Endings[0]);
        Evidence = strong + Math.Min(weak, MostWeakEvidence);
        foreach (var (evidence, count) in _against)
        {
            if (count >= most / AgainstShare)
                Evidence += evidence;
        }
    }

    /// <summary>Lowers the weights between the bare stem, the first forms collected, and the rest.</summary>
    private void Part(int bareForms, bool askedBare)
    {
        var (from, to) = askedBare ? (bareForms, _forms.Count) : (0, bareForms);
        for (var index = from; index < to; index++)
            _forms[index] = (_forms[index].Id, _forms[index].Weight * Weights.NounOfVerb);
    }

    private void Take(in Held held, float weight)
    {
        for (var at = held.First; at < held.Last; at++)
            _forms.Add((_matches[at].Id, weight * (_matches[at].IsTight ? 1f : Weights.WideFactor)));
    }

    /// <summary>The words that are spelt as an ending on a stem.</summary>
    private Held Of(ReadOnlySpan<char> stem, in Ending ending, int number)
    {
        ref var held = ref _held[((_length - stem.Length) * _endings!.Count) + number];
        if (held.Word != _word)
            held = LookUp(stem, ending);
        return held;
    }

    private Held LookUp(ReadOnlySpan<char> stem, in Ending ending)
    {
        var longest = stem.Length + ending.Text.Length + 1;
        Span<char> raw = stackalloc char[longest];
        Span<char> tight = stackalloc char[TightFold.MaxLength(longest)];
        stem.CopyTo(raw);
        var length = stem.Length;
        if (ending.Doubles)
            raw[length++] = stem[^1];
        ending.Text.CopyTo(raw[length..]);
        var form = tight[..TightFold.Write(raw[..(length + ending.Text.Length)], tight)];
        var (first, count) = (_matches.Count, -1L);
        foreach (var match in new SpellingMatches(vocabulary, form))
        {
            count = Math.Max(count, 0) + vocabulary.CountOf(match.Id);
            _matches.Add(match);
        }
        return new(_word, first, _matches.Count, (int)Math.Min(count, int.MaxValue), count >= 0 && families.IsClosed(form));
    }

    /// <summary>What the vocabulary holds of an ending on a stem.</summary>
    /// <param name="Word">Number of the word that it was looked up for.</param>
    /// <param name="First">The first of the words found.</param>
    /// <param name="Last">The one behind the last.</param>
    /// <param name="Count">How often they occur together, or -1 when there are none.</param>
    /// <param name="IsClosed">They are words of a closed class.</param>
    private readonly record struct Held(int Word, int First, int Last, int Count, bool IsClosed);
}
