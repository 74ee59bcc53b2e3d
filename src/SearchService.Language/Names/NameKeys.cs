using System.Text;
using SearchService.Language.Normalization;

namespace SearchService.Language.Names;

/// <summary>
/// What a name is known by, however it is spelt: its words in lower case, without punctuation, folded like the words of a query
/// (नयी दिल्ली is नई दिल्ली, चण्डीगढ is चंडीगढ़), and of agencies and places the spelling that <c>agencies.tsv</c> and <c>places.tsv</c> say it
/// is the same as (PTI-Bhasha is भाषा). Names of one key are one name; the key itself is for comparing, not for reading.
/// </summary>
public static class NameKeys
{
    private static readonly Lazy<NameTable> Agencies = new(() => new NameTable("Names.agencies.tsv"));
    private static readonly Lazy<NameTable> Places = new(() => new NameTable("Names.places.tsv"));

    /// <summary>The key of any name; empty when it has neither letter nor digit.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = new StringBuilder(name.Length);
        var word = new StringBuilder();
        foreach (var unit in Composed(name))
        {
            if (IsPartOfWord(unit))
                word.Append(char.ToLowerInvariant(unit));
            else if (unit is not ('\u200C' or '\u200D'))
                End(word, key);
        }

        End(word, key);
        return key.ToString();
    }

    /// <summary>The key of a news agency or desk.</summary>
    public static string OfAgency(string name) => Agencies.Value.Resolve(Of(name));

    /// <summary>The key of a place.</summary>
    public static string OfPlace(string name) => Places.Value.Resolve(Of(name));

    // Full stops and apostrophes stand within abbreviations and names, where the fold drops them: पी.टी.आई. is पीटीआई.
    private static bool IsPartOfWord(char unit) => unit is '.' or '\''
        || char.IsLetterOrDigit(unit) || char.IsSurrogate(unit)
        || char.GetUnicodeCategory(unit) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static void End(StringBuilder word, StringBuilder key)
    {
        var folded = WideFold.Of(TightFold.Of(word.ToString()));
        word.Clear();
        if (folded.Length == 0)
            return;
        if (key.Length > 0)
            key.Append(' ');
        key.Append(folded);
    }

    // A lone surrogate has no normal form; such a name stays as it is.
    private static string Composed(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }
}
