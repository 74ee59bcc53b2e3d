using SearchService.Language.Normalization;
using SearchService.Language.Stemming;

namespace SearchService.Language.Concepts;

/// <summary>Which forms of a paradigm on a stem the vocabulary holds, and how much they tell for the paradigm. Reused from stem to stem.</summary>
internal sealed class AttestedForms(Vocabulary vocabulary)
{
    private const float MostWeakEvidence = 0.9f;

    /// <summary>A form that tells against a paradigm is believed when it occurs at least this part as often as the most frequent form for it.</summary>
    private const int AgainstShare = 4;

    /// <summary>A bare stem this much more frequent than all other forms of the verb is a noun for the most part.</summary>
    private const int NounShare = 2;

    private readonly List<(int Id, float Weight)> _forms = [];
    private readonly List<(float Evidence, int Count)> _against = [];

    /// <summary>The words that are members of the paradigm, with their weights; a word may come more than once.</summary>
    public IReadOnlyList<(int Id, float Weight)> Forms => _forms;

    /// <summary>The evidence of all endings found, that of the ending asked with among them.</summary>
    public float Evidence { get; private set; }

    /// <summary>Looks up every form of <paramref name="paradigm"/> on <paramref name="stem"/>.</summary>
    public void LookUp(Paradigm paradigm, ReadOnlySpan<char> stem, Ending asked, WordFamilies families)
    {
        _forms.Clear();
        _against.Clear();
        Span<char> raw = stackalloc char[stem.Length + 16];
        Span<char> tight = stackalloc char[TightFold.MaxLength(raw.Length)];
        stem.CopyTo(raw);
        var (strong, weak, most) = (0f, 0f, 1);
        var (bare, inflected, bareForms) = (0L, 0L, 0);
        foreach (var ending in paradigm.Endings)
        {
            var length = stem.Length;
            if (ending.Doubles)
                raw[length++] = stem[^1];
            ending.Text.CopyTo(raw[length..]);
            var form = tight[..TightFold.Write(raw[..(length + ending.Text.Length)], tight)];
            if (ending != asked && families.IsClosed(form))
                continue;
            var count = Collect(form, ending, paradigm.Weight * ending.Factor);
            if (count < 0 && ending != asked)
                continue;
            if (ending.Evidence < 0)
                _against.Add((ending.Evidence, count));
            else if (ending.IsWeak)
                weak += ending.Evidence;
            else
                strong += ending.Evidence;
            if (ending.Evidence > 0)
                most = Math.Max(most, count);
            if (ending == paradigm.Endings[0])
                (bare, bareForms) = (Math.Max(count, 0), _forms.Count);
            else
                inflected += Math.Max(count, 0);
        }
        if (paradigm.IsVerb && bare > NounShare * Math.Max(1, inflected))
            Part(bareForms, asked == paradigm.Endings[0]);
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

    /// <summary>Takes the words spelt so; returns how often they occur together, or -1 when there are none.</summary>
    private int Collect(ReadOnlySpan<char> form, Ending ending, float weight)
    {
        var count = -1L;
        foreach (var match in new SpellingMatches(vocabulary, form))
        {
            count = Math.Max(count, 0) + vocabulary.CountOf(match.Id);
            if (ending.Evidence > 0)
                _forms.Add((match.Id, weight * (match.IsTight ? 1f : Weights.WideFactor)));
        }
        return (int)Math.Min(count, int.MaxValue);
    }
}
