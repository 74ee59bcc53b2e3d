using SearchService.Language.Concepts;
using SearchService.Language.Lexicon;
using SearchService.Language.Normalization;
using SearchService.Language.Stemming;

namespace SearchService.Language.Correction;

/// <summary>A word that was probably meant.</summary>
/// <param name="Text">A word of the archive, or an English word that stands for one.</param>
/// <param name="Distance">How far it is from what was asked: 1 is a letter with nothing to do with the right one.</param>
/// <param name="Count">In how many articles it is found, about.</param>
public readonly record struct MeantWord(string Text, float Distance, int Count);

/// <summary>
/// Says which word was probably meant by one that the archive does not hold, or hardly holds. A word of the lexicon, a word of grammar, a
/// number and a word of one or two letters are never corrected: they are right, or too short to tell. Safe for many threads.
/// </summary>
/// <param name="interpreter">Reads words with those of the archive.</param>
public sealed class Corrector(Interpreter interpreter)
{
    /// <summary>A word found in more articles than this is known well, however frequent its neighbours.</summary>
    public const int MostRare = 10;

    /// <summary>A word found in so few articles is doubted when one near it is found in so many times more.</summary>
    public const int FarMoreFrequent = 50;

    /// <summary>How near the word must be that a rare one is doubted for: one mistake of those that are hardly heard.</summary>
    private const float ReachOfRare = 0.45f;

    private const int ShortestLatin = 4;
    private const int ShortestDevanagari = 3;
    private const int Longest = 32;
    private const int MostHeadwords = 5;

    private static readonly Lazy<Vocabulary> Headwords = new(ReadHeadwords);

    /// <summary>What was probably meant by a word that nothing is found under, best first; empty when nothing is near.</summary>
    /// <param name="word">A surface form as the tokenizer gives it.</param>
    /// <param name="readings">An English word that stands for a word of the archive will do.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<MeantWord> OfUnknown(string word, bool readings, int most = 1)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (Reach(word) is not (> 0 and var reach) || IsKnown(word))
            return [];
        var vocabulary = interpreter.Vocabulary;
        var found = new NearWords(vocabulary).Of(word, most, reach).ConvertAll(near => new MeantWord(vocabulary.WordOf(near.Id), near.Distance, vocabulary.CountOf(near.Id)));
        if (readings && char.IsAsciiLetter(word[0]))
            found = [.. found.Concat(OfHeadwords(word, reach)).OrderBy(one => NearWords.Rank(one.Distance, one.Count)).DistinctBy(one => one.Text).Take(most)];
        return found;
    }

    /// <summary>What was probably meant by a word that few articles hold; null when it may well be right.</summary>
    /// <param name="word">A surface form as the tokenizer gives it.</param>
    /// <param name="least">How many articles hold the word meant, at least.</param>
    public MeantWord? OfRare(string word, int least)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (Reach(word) is not (> 0 and var reach) || IsKnown(word))
            return null;
        var vocabulary = interpreter.Vocabulary;
        return new NearWords(vocabulary).Of(word, 1, Math.Min(reach, ReachOfRare), least) is [var near]
            ? new(vocabulary.WordOf(near.Id), near.Distance, vocabulary.CountOf(near.Id))
            : null;
    }

    /// <summary>How far from a word its correction may be: the longer the word, the more mistakes leave it recognisable; 0 when it is not corrected.</summary>
    internal static float Reach(string word)
    {
        var latin = char.IsAsciiLetter(word[0]);
        foreach (var letter in word)
        {
            if (latin ? char.IsDigit(letter) || Devanagari.IsDevanagari(letter) : !Devanagari.IsDevanagari(letter) || Devanagari.IsDigit(letter))
                return 0;
        }

        return Unit.All(word).Length switch
        {
            < ShortestDevanagari or > Longest => 0,
            3 => latin ? 0 : 0.5f,
            4 => latin ? 0.7f : 1,
            5 => 1,
            <= 8 => 1.6f,
            _ => 2.1f,
        };
    }

    private static bool IsKnown(string word) =>
        StopWords.Contains(word) || SeedLexicon.Table.Knows(word) || SeedLexicon.Table.English(word).Count > 0;

    private static Vocabulary ReadHeadwords()
    {
        var headwords = new Vocabulary();
        foreach (var (english, _) in SeedLexicon.Table.Entries)
        {
            if (english.Length >= ShortestLatin && !english.Contains(' ', StringComparison.Ordinal))
                headwords.Add(english, 1);
        }

        return headwords;
    }

    /// <summary>English words near the one asked for, of those that stand for words of the archive.</summary>
    private IEnumerable<MeantWord> OfHeadwords(string word, float reach)
    {
        var headwords = Headwords.Value;
        foreach (var near in new NearWords(headwords).Of(word, MostHeadwords, reach))
        {
            var english = headwords.WordOf(near.Id);
            var count = SeedLexicon.Table.Renderings(english).Max(rendering => rendering.Text.Split(' ').Min(Count));
            if (count > 0)
                yield return new(english, near.Distance, count);
        }
    }

    /// <summary>How often a word of a rendering is found; its inflections and spellings are asked for only when it is not found as it stands.</summary>
    private int Count(string word) => interpreter.Vocabulary.CountOf(word) is > 0 and var count
        ? count
        : interpreter.Interpret(word).Forms.Max(form => interpreter.Vocabulary.CountOf(form.Text));
}
