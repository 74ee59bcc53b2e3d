using SearchService.Language.Concepts;
using SearchService.Language.Tokenization;

namespace SearchService.Language.Evaluation;

/// <summary>How well concepts gather the forms of a lemma and nothing else.</summary>
/// <param name="Forms">Different forms in the list.</param>
/// <param name="Recall">Of the pairs of different forms that share a lemma, the share whose concepts contain each other; 1 when there are none.</param>
/// <param name="Precision">Of the pairs whose concepts contain each other, the share that share a lemma; 1 when there are none.</param>
public sealed record ConflationResult(int Forms, double Recall, double Precision);

/// <summary>Measures concepts against a list of forms with their lemmas, which is the vocabulary too.</summary>
public static class Conflation
{
    /// <summary>Measures the lines <c>form TAB lemma</c>; a header <c>form TAB lemma</c>, further columns and forms of several words are ignored.</summary>
    public static ConflationResult Measure(IEnumerable<string> lines) => Measure(lines, null);

    /// <summary>The same, telling of every wrong pair: its two forms, and true when the pair is wanted but missed, false when found but not wanted.</summary>
    internal static ConflationResult Measure(IEnumerable<string> lines, Action<string, string, bool>? wrong)
    {
        var lemmas = Read(lines);
        var vocabulary = new Vocabulary();
        foreach (var form in lemmas.Keys)
            vocabulary.Add(form, 1);
        var interpreter = new Interpreter(vocabulary);
        var concepts = lemmas.Keys.ToDictionary(
            form => form, form => interpreter.Interpret(form).Forms.Select(other => other.Text).ToHashSet());
        var byLemma = lemmas.SelectMany(pair => pair.Value, (pair, lemma) => (lemma, form: pair.Key)).ToLookup(pair => pair.lemma, pair => pair.form);

        var wanted = new HashSet<(string, string)>();
        foreach (var forms in byLemma)
            wanted.UnionWith(from one in forms from other in forms where string.CompareOrdinal(one, other) < 0 select (one, other));
        var found = new HashSet<(string, string)>();
        foreach (var (form, concept) in concepts)
            found.UnionWith(from other in concept where string.CompareOrdinal(form, other) < 0 && concepts[other].Contains(form) select (form, other));

        if (wrong is not null)
        {
            foreach (var (one, other) in wanted.Except(found))
                wrong(one, other, true);
            foreach (var (one, other) in found.Except(wanted))
                wrong(one, other, false);
        }
        double both = wanted.Count(found.Contains);
        return new ConflationResult(lemmas.Count, wanted.Count == 0 ? 1 : both / wanted.Count, found.Count == 0 ? 1 : both / found.Count);
    }

    private static Dictionary<string, HashSet<string>> Read(IEnumerable<string> lines)
    {
        var lemmas = new Dictionary<string, HashSet<string>>();
        foreach (var line in lines)
        {
            var columns = line.Split('\t');
            if (columns.Length < 2 || columns is ["form", "lemma", ..])
                continue;
            var words = Words.Of(columns[0]);
            if (words.Count == 0 || (words.Count > 1 && !words[0].IsWhole) || words[0].Length != columns[0].Trim().Length)
                continue;
            if (!lemmas.TryGetValue(words[0].Form, out var known))
                lemmas[words[0].Form] = known = [];
            known.Add(columns[1].Trim());
        }
        return lemmas;
    }
}
