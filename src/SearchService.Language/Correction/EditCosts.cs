using System.Globalization;
using SearchService.Language.Normalization;

namespace SearchService.Language.Correction;

/// <summary>
/// How far wrong a writer goes in one place, 1 for a letter that has nothing to do with the right one. What sounds or looks alike is less:
/// the table <c>edit-costs.tsv</c> has it pair by pair. All costs are the same both ways.
/// </summary>
internal static class EditCosts
{
    /// <summary>Two neighbours in the wrong order.</summary>
    public const float Swap = 0.6f;

    /// <summary>A letter written twice, or once instead of twice.</summary>
    public const float Doubled = 0.3f;

    /// <summary>What a wrong, missing or needless first unit costs more: few words are begun wrong.</summary>
    public const float FirstFactor = 1.5f;

    /// <summary>What cannot be taken for each other: letters of two scripts, digits.</summary>
    public const float Never = float.PositiveInfinity;

    private const float Other = 1f;
    private const float NuktaOnly = 0.2f;
    private const float ViramaOnly = 0.4f;
    private const float AccentOnly = 0.1f;
    private const float SignForSign = 0.6f;
    private const float SignForLetter = 0.4f;
    private const float LatinVowels = 0.5f;

    private static readonly Dictionary<(Unit, Unit), float> Pairs = [];
    private static readonly Dictionary<(Unit First, Unit Second, Unit One), float> Joints = [];
    private static readonly Dictionary<(Unit First, Unit One), float> JointStarts = [];

    static EditCosts()
    {
        foreach (var line in ResourceTable.Lines("Correction.edit-costs.tsv"))
        {
            var columns = line.Split('\t');
            var (left, right, cost) = (Unit.All(columns[0].Normalize()), Unit.All(columns[1].Normalize()), float.Parse(columns[2], CultureInfo.InvariantCulture));
            if (left.Length == 1)
            {
                Pairs[(left[0], right[0])] = Pairs[(right[0], left[0])] = cost;
                continue;
            }

            Joints[(left[0], left[1], right[0])] = cost;
            JointStarts[(left[0], right[0])] = Math.Min(cost, JointStarts.GetValueOrDefault((left[0], right[0]), Never));
        }
    }

    /// <summary>One unit for another.</summary>
    public static float Substitute(Unit one, Unit other)
    {
        if (one == other)
            return 0;
        if (Pairs.TryGetValue((one, other), out var cost))
            return cost;
        if (one.IsConsonant && other.IsConsonant)
        {
            var letters = one.Letter == other.Letter ? 0 : Pairs.GetValueOrDefault((new(one.Letter), new(other.Letter)), Other);
            return Math.Min(Other, letters + (one.HasNukta == other.HasNukta ? 0 : NuktaOnly) + (one.IsDead == other.IsDead ? 0 : ViramaOnly));
        }

        return OfLetters(one.Letter, other.Letter);
    }

    /// <summary>A unit that is missing, or too many.</summary>
    public static float Indel(Unit unit) => unit.Letter switch
    {
        Devanagari.Anusvara or Devanagari.Chandrabindu => 0.3f,
        Devanagari.Visarga or Devanagari.Avagraha or Devanagari.Nukta or Devanagari.Virama => 0.2f,
        '\'' or '-' or '.' => 0.3f,
        'a' or 'e' or 'i' or 'o' or 'u' or 'h' => 0.5f,
        _ when Devanagari.IsVowelSign(unit.Letter) => 0.5f,
        _ when char.IsDigit(unit.Letter) => Never,
        _ => 0.95f,
    };

    /// <summary>Two units for one: ph for f, त्त for त.</summary>
    public static float Joint(Unit first, Unit second, Unit one) =>
        IsDoubled(first, one) && second == one ? Doubled : Joints.GetValueOrDefault((first, second, one), Never);

    /// <summary>The least that <see cref="Joint"/> costs with these, whatever the second unit is.</summary>
    public static float LeastJoint(Unit first, Unit one) =>
        Math.Min(IsDoubled(first, one) ? Doubled : Never, JointStarts.GetValueOrDefault((first, one), Never));

    private static bool IsDoubled(Unit first, Unit one) =>
        one.IsConsonant ? first == one with { IsDead = true } : first == one && char.IsAsciiLetter(one.Letter);

    private static float OfLetters(char one, char other)
    {
        if (char.IsDigit(one) || char.IsDigit(other) || Devanagari.IsDevanagari(one) != Devanagari.IsDevanagari(other))
            return Never;
        if (!Devanagari.IsDevanagari(one))
        {
            var (left, right) = (LatinLetters.Base(one), LatinLetters.Base(other));
            if (left != one || right != other)
                return left == right ? AccentOnly : Substitute(new(left), new(right));
            return IsLatinVowel(one) && IsLatinVowel(other) ? LatinVowels : Other;
        }

        var (sign, otherSign) = (SignOf(one), SignOf(other));
        if (sign == '\0' || otherSign == '\0')
            return Other;
        var vowels = sign == otherSign ? 0 : Pairs.GetValueOrDefault((new(sign), new(otherSign)), SignForSign);
        return Math.Min(Other, vowels + (Devanagari.IsVowelSign(one) == Devanagari.IsVowelSign(other) ? 0 : SignForLetter));
    }

    private static bool IsLatinVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>The sign of a vowel, letter or sign; अ, which has none, as itself; NUL for what is no vowel.</summary>
    private static char SignOf(char unit) => unit switch
    {
        'अ' => 'अ',
        >= 'आ' and <= 'ऋ' => (char)(unit - 'आ' + 'ा'),
        >= 'ऍ' and <= 'औ' => (char)(unit - 'ऍ' + 'ॅ'),
        _ => Devanagari.IsVowelSign(unit) ? unit : '\0',
    };
}
