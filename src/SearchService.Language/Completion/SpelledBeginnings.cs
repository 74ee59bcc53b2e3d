using SearchService.Language.Concepts;
using SearchService.Language.Normalization;

namespace SearchService.Language.Completion;

/// <summary>
/// The places where words begin as typed, or would if they were spelt alike: with or without a nukta (जमी, ज़मी), with a nasal as a sign or as a letter
/// (हिन्द, हिंद), with chandrabindu or anusvara.
/// </summary>
internal static class SpelledBeginnings
{
    /// <summary>What another spelling than the one typed costs.</summary>
    private const float OtherSpelling = 0.3f;

    private const string Nasals = "ङञणनम";

    /// <summary>Adds the places.</summary>
    /// <param name="trie">The words.</param>
    /// <param name="typed">The beginning of a word, as the tokenizer gives it.</param>
    /// <param name="found">Takes the places.</param>
    public static void Add(WordTrie trie, ReadOnlySpan<char> typed, List<Beginning> found) => Follow(trie, WordTrie.Root, typed, 0, found);

    private static void Follow(WordTrie trie, TriePlace place, ReadOnlySpan<char> typed, float cost, List<Beginning> found)
    {
        if (typed.IsEmpty)
        {
            found.Add(new(place, cost, FormReason.Prefix));
            return;
        }

        var other = cost + OtherSpelling;
        if (typed[0] == Devanagari.Nukta && place.Depth > 0)
            Follow(trie, place, typed[1..], other, found);
        foreach (var (unit, child) in trie.Children(place))
        {
            if (unit == typed[0])
                Follow(trie, child, typed[1..], cost, found);
            else if (unit == Devanagari.Nukta)
                Follow(trie, child, typed, other, found);
            else if (unit == Devanagari.Anusvara && IsNasalLetter(typed))
                Follow(trie, child, typed[2..], other, found);
            else if (IsNasalSign(unit) && IsNasalSign(typed[0]))
                Follow(trie, child, typed[1..], other, found);
            else if (typed[0] == Devanagari.Anusvara && Nasals.Contains(unit) && Dead(trie, child) is { } dead)
                Follow(trie, dead, typed[1..], other, found);
        }
    }

    private static bool IsNasalSign(char unit) => unit is Devanagari.Anusvara or Devanagari.Chandrabindu;

    private static bool IsNasalLetter(ReadOnlySpan<char> typed) => typed.Length > 1 && typed[1] == Devanagari.Virama && Nasals.Contains(typed[0]);

    private static TriePlace? Dead(WordTrie trie, TriePlace place)
    {
        foreach (var (unit, child) in trie.Children(place))
        {
            if (unit == Devanagari.Virama)
                return child;
        }

        return null;
    }
}
