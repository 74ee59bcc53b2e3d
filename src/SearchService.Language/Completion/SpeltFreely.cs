using System.Buffers;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Completion;

/// <summary>A romanised word in Devanagari, whatever words there are: zelensky जेलेंस्की, and abbreviations by their letters, wto डब्ल्यूटीओ.</summary>
internal static class SpeltFreely
{
    private const int Shortest = 2;
    private const int Most = 3;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>What is so much less likely than the best is not worth a choice, in -ln P.</summary>
    private const float Margin = 2f;

    /// <summary>More letters without a vowel are no abbreviation.</summary>
    private const int LongestAbbreviation = 5;

    /// <summary>The likeliest spellings, the best first; none for what holds other letters than a to z or is no word.</summary>
    /// <param name="latin">As the tokenizer gives it.</param>
    public static IEnumerable<string> Of(string latin)
    {
        if (latin.Length < Shortest || latin.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return [];
        if (!latin.AsSpan().ContainsAny(Vowels))
            return latin.Length <= LongestAbbreviation ? LetterNames.Spell(latin).Take(1) : [];
        var found = new FreeSpelling(Channel.Default, LetterModel.Default).Of(latin, Most);
        return found.Where(one => one.Cost <= found[0].Cost + Margin).Select(one => one.Text);
    }
}
