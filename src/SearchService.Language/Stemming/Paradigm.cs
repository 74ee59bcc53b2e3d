using System.Globalization;
using SearchService.Language.Normalization;
using SearchService.Language.Segmentation;

namespace SearchService.Language.Stemming;

/// <summary>An ending of a paradigm.</summary>
/// <param name="Text">What stands behind the stem, in the tight spelling; may be empty.</param>
/// <param name="Doubles">True when the last letter of the stem is repeated before it: stop, stopped.</param>
/// <param name="Evidence">How much a word with it tells for the paradigm; negative when it tells against it.</param>
/// <param name="Factor">Factor for the weight of a form with it.</param>
internal readonly record struct Ending(string Text, bool Doubles, float Evidence, float Factor)
{
    /// <summary>True when the ending alone says little: other words end so too.</summary>
    public bool IsWeak => Evidence is > 0 and < 0.6f;
}

/// <summary>The endings that words of one inflection class take on one stem; a line of a table in this folder.</summary>
internal sealed class Paradigm
{
    private readonly char _stemEnd;
    private readonly int _least;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _shortStems;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _neverStems;

    /// <summary>Reads a line: name, stem condition, need, weight and endings, separated by tabs.</summary>
    public Paradigm(string line)
    {
        var columns = line.Split('\t');
        Name = columns[0];
        IsVerb = Name.StartsWith("verb", StringComparison.Ordinal);
        var stem = columns[1];
        _stemEnd = stem[0];
        _least = stem[1] - '0';
        _shortStems = Listed(stem, '=');
        _neverStems = Listed(stem, '!');
        Need = float.Parse(columns[2], CultureInfo.InvariantCulture);
        Weight = float.Parse(columns[3], CultureInfo.InvariantCulture);
        Endings = [.. columns[4].Split(' ').Select(Parse)];
    }

    public string Name { get; }

    /// <summary>True for a class of verbs; the first of its endings is that of the bare stem, which may be a noun too: जल water, जलना to burn.</summary>
    public bool IsVerb { get; }

    /// <summary>The least evidence that makes forms on one stem one lemma.</summary>
    public float Need { get; }

    /// <summary>Weight of a form found through this paradigm.</summary>
    public float Weight { get; }

    public Ending[] Endings { get; }

    /// <summary>If <paramref name="word"/> can be a stem of this paradigm with the ending, the length of the stem, else -1.</summary>
    public int StemLength(ReadOnlySpan<char> word, Ending ending)
    {
        if (!word.EndsWith(ending.Text))
            return -1;
        var length = word.Length - ending.Text.Length;
        if (ending.Doubles && (--length < 1 || word[length] != word[length - 1]))
            return -1;
        return length > 0 && Admits(word[..length]) ? length : -1;
    }

    private bool Admits(ReadOnlySpan<char> stem)
    {
        var last = stem[^1];
        var fits = _stemEnd switch
        {
            'C' => Devanagari.IsConsonant(last),
            'Z' => last is 'स' or 'श' or 'ष' or 'ज' or 'च',
            'A' => Devanagari.IsVowelLetter(last) || Devanagari.IsVowelSign(last),
            'V' => Devanagari.IsConsonant(last) || Devanagari.IsVowelLetter(last) || Devanagari.IsVowelSign(last),
            'O' => last is 'ा' or 'आ' or 'ो' or 'ओ',
            _ => EnglishStem.Fits(_stemEnd, stem),
        };
        if (!fits || _neverStems.Contains(stem))
            return false;
        // No stem of a verb ends in a glide: आय of आयकर is the noun, and its आया आए आयी are forms of आना.
        if (IsVerb && last == 'य' && stem.Length > 1 && (Devanagari.IsVowelLetter(stem[^2]) || Devanagari.IsVowelSign(stem[^2])))
            return false;
        var size = char.IsAscii(last) ? stem.Length : Syllables.Count(stem);
        return size >= _least || _shortStems.Contains(stem);
    }

    private static Ending Parse(string column)
    {
        var parts = column.Split(':');
        var doubles = parts[0].StartsWith('=');
        var text = parts[0] == "-" ? "" : parts[0][(doubles ? 1 : 0)..];
        var factor = parts.Length > 2 ? float.Parse(parts[2], CultureInfo.InvariantCulture) : 1;
        return new Ending(text, doubles, float.Parse(parts[1], CultureInfo.InvariantCulture), factor);
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Listed(string condition, char mark)
    {
        var from = condition.IndexOf(mark, StringComparison.Ordinal);
        var list = from < 0 ? "" : condition[(from + 1)..].Split('=', '!')[0];
        return new HashSet<string>(list.Split(',', StringSplitOptions.RemoveEmptyEntries)).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
