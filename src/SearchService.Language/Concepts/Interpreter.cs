using SearchService.Language.Normalization;
using SearchService.Language.Stemming;
using SearchService.Language.Tokenization;

namespace SearchService.Language.Concepts;

/// <summary>Reads a query word: the words of the archive that can answer it, with weight and reason. Safe for many threads.</summary>
public sealed class Interpreter(Vocabulary vocabulary)
{
    /// <summary>The most forms of a concept.</summary>
    public const int MaxForms = 64;

    private static readonly WordFamilies Families = new("Stemming.families-hindi.tsv", "Stemming.families-english.tsv");
    private static readonly Paradigm[] Hindi = [.. ResourceTable.Lines("Stemming.paradigms-hindi.tsv").Select(line => new Paradigm(line))];
    private static readonly Paradigm[] HindiVerbs = [.. Hindi.Where(paradigm => paradigm.IsVerb)];
    private static readonly Paradigm[] English = [.. ResourceTable.Lines("Stemming.paradigms-english.tsv").Select(line => new Paradigm(line))];

    /// <summary>The word with its other spellings and its inflections, as far as the vocabulary holds them.</summary>
    /// <param name="word">One word in any spelling; of several the first counts.</param>
    public Concept Interpret(string word)
    {
        var form = FormOf(word);
        var forms = new FormSet(vocabulary, form);
        var tight = TightFold.Of(form);
        AddSpellings(tight, Weights.Spelling, Weights.WideSpelling, FormReason.Spelling, forms);
        foreach (var family in Families.Of(tight))
        {
            foreach (var member in family)
            {
                // की is far more often the postposition than a form of करना.
                var weight = Weights.Family * (Families.IsClosed(member) == Families.IsClosed(tight) ? 1 : Weights.Homograph);
                AddSpellings(member, weight, weight * Weights.WideFactor, FormReason.Inflection, forms);
            }
        }
        if (!Families.IsClosed(tight))
            AddInflections(tight, 1, forms);
        if (Families.Of(tight).Count == 0)
            AddVowelLengths(form, tight, forms);
        return forms.ToConcept(MaxForms);
    }

    /// <summary>The word as printed and nothing else.</summary>
    public Concept Exact(string word)
    {
        var form = FormOf(word);
        return new FormSet(vocabulary, form).ToConcept(1);
    }

    /// <summary>The words of the vocabulary that begin with <paramref name="prefix"/>, most counted first.</summary>
    /// <param name="prefix">The beginning of a word.</param>
    /// <param name="limit">The most forms.</param>
    public Concept Prefix(string prefix, int limit = MaxForms)
    {
        var form = FormOf(prefix);
        List<ConceptForm> forms = [new(form, Weights.Exact, FormReason.Exact)];
        foreach (var found in vocabulary.WithPrefix(form, limit))
        {
            if (found != form && forms.Count < limit)
                forms.Add(new ConceptForm(found, Weights.Prefix, FormReason.Prefix));
        }
        return new Concept(form, forms);
    }

    private static string FormOf(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var reader = new WordReader();
        reader.Reset(word);
        return reader.MoveNext() ? reader.Form.ToString() : word;
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
        var attested = new AttestedForms(vocabulary);
        foreach (var paradigm in char.IsAsciiLetter(tight[0]) ? English : Hindi)
        {
            foreach (var ending in paradigm.Endings)
            {
                if (ending.Evidence <= 0 || paradigm.StemLength(tight, ending) is not (> 0 and var length))
                    continue;
                attested.LookUp(paradigm, tight[..length], ending, Families);
                if (attested.Evidence < paradigm.Need)
                    continue;
                foreach (var (id, weight) in attested.Forms)
                    forms.Add(id, weight * factor, FormReason.Inflection);
            }
        }
    }
}
