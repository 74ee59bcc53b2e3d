using System.Collections.Concurrent;
using SearchService.Language.Normalization;
using SearchService.Language.Stemming;

namespace SearchService.Language.Concepts;

/// <summary>The spellings and inflections of a word that a vocabulary holds. Safe for many threads.</summary>
internal sealed class WordForms(Vocabulary vocabulary)
{
    private static readonly WordFamilies Families = new("Stemming.families-hindi.tsv", "Stemming.families-english.tsv");
    private static readonly Paradigm[] HindiParadigms = [.. ResourceTable.Lines("Stemming.paradigms-hindi.tsv").Select(line => new Paradigm(line))];
    private static readonly EndingIndex Hindi = new(HindiParadigms);
    private static readonly EndingIndex HindiVerbs = new([.. HindiParadigms.Where(paradigm => paradigm.IsVerb)]);
    private static readonly EndingIndex English = new([.. ResourceTable.Lines("Stemming.paradigms-english.tsv").Select(line => new Paradigm(line))]);

    // As many are kept as ever ran at once.
    private readonly ConcurrentBag<AttestedForms> _attested = [];

    /// <summary>Adds what the vocabulary holds of a word.</summary>
    /// <param name="forms">Where it is added.</param>
    /// <param name="form">The word as the index has it.</param>
    public void AddTo(FormSet forms, string form)
    {
        var tight = TightFold.Of(form);
        AddSpellings(tight, Weights.Spelling, Weights.WideSpelling, FormReason.Spelling, forms);
        var families = Families.Of(tight);
        var isClosed = Families.IsClosed(tight);
        foreach (var family in families)
        {
            foreach (var member in family)
            {
                // की is far more often the postposition than a form of करना.
                var weight = Weights.Family * (Families.IsClosed(member) == isClosed ? 1 : Weights.Homograph);
                AddSpellings(member, weight, weight * Weights.WideFactor, FormReason.Inflection, forms);
            }
        }
        if (!isClosed)
            AddInflections(tight, 1, forms);
        if (families.Count == 0)
            AddVowelLengths(form, tight, forms);
    }

    private void AddSpellings(ReadOnlySpan<char> tight, float same, float wide, FormReason reason, FormSet forms)
    {
        foreach (var match in new SpellingMatches(vocabulary, tight))
            forms.Add(match.Id, match.IsTight ? same : wide, reason);
    }

    private void AddVowelLengths(string form, string tight, FormSet forms)
    {
        bool? free = null;
        for (var index = 1; index < tight.Length; index++)
        {
            if (VowelLength.Flipped(tight, index) is not { } flipped || Families.Of(flipped).Count > 0)
                continue;
            var last = index == tight.Length - 1;
            if (!last && !(free ??= VowelLength.IsFreeInside(tight, HindiVerbs)))
                continue;
            var held = false;
            foreach (var match in new SpellingMatches(vocabulary, flipped))
            {
                if (last && !VowelLength.IsFreeAtEnd(tight, vocabulary.CountOf(form), vocabulary.CountOf(match.Id)))
                    continue;
                forms.Add(match.Id, Weights.VowelLength, FormReason.Spelling);
                held = true;
            }
            if (held)
                AddInflections(flipped, Weights.VowelLength, forms);
        }
    }

    private void AddInflections(ReadOnlySpan<char> tight, float factor, FormSet forms)
    {
        if (tight.IsEmpty)
            return;
        if (!_attested.TryTake(out var attested))
            attested = new(vocabulary, Families);
        var endings = char.IsAsciiLetter(tight[0]) ? English : Hindi;
        attested.Begin(tight, endings);
        foreach (ref readonly var candidate in endings.Of(tight))
        {
            if (candidate.Ending.Evidence <= 0 || candidate.Paradigm.StemLength(tight, candidate.Ending) is not (> 0 and var length))
                continue;
            attested.LookUp(candidate, tight[..length]);
            if (attested.Evidence < candidate.Paradigm.Need)
                continue;
            foreach (var (id, weight) in attested.Forms)
                forms.Add(id, weight * factor, FormReason.Inflection);
        }
        _attested.Add(attested);
    }
}
