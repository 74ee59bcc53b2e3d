using System.Buffers;

namespace SearchService.Language.Stemming;

/// <summary>What an English stem must end in for each class of endings.</summary>
internal static class EnglishStem
{
    /// <summary>What every stem but that before y must hold: thing is no form of th.</summary>
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>True when <paramref name="stem"/> can take the endings of the class that <paramref name="condition"/> names in the table.</summary>
    public static bool Fits(char condition, ReadOnlySpan<char> stem)
    {
        if (!char.IsAsciiLetterLower(stem[^1]) || (condition != 'Y' && !stem.ContainsAny(Vowels)))
            return false;
        var last = stem[^1];
        return condition switch
        {
            'L' => !IsSibilant(stem) && !(stem.Length > 1 && last == 'y' && !IsVowel(stem[^2])),
            'S' => IsSibilant(stem) || last == 'o',
            'E' => !IsVowel(last) || last is 'u' or 'e',
            'Y' => !IsVowel(last),
            'D' => stem.Length > 1 && last is not ('w' or 'x' or 'y' or 'h') && !IsVowel(last) && IsVowel(stem[^2]),
            _ => false,
        };
    }

    private static bool IsSibilant(ReadOnlySpan<char> stem) =>
        stem[^1] is 's' or 'x' or 'z' || stem.EndsWith("ch") || stem.EndsWith("sh");

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
