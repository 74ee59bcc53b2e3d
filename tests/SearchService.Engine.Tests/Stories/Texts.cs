namespace SearchService.Engine.Tests.Stories;

/// <summary>Texts of made-up words, and edits of them, from a seed.</summary>
internal static class Texts
{
    private const string Letters = "कखगघचछजझटठडढतथदधनपफबभमयरलवशसह";

    /// <summary>A text of words that hardly any other has.</summary>
    public static string Of(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random)));

    /// <summary>The text with a share of its words replaced, left out or given a new neighbour, as often the one as the other.</summary>
    public static string Edited(Random random, string text, double share) => string.Join(' ', text.Split(' ').SelectMany(word =>
        random.NextDouble() >= share ? [word] : random.Next(3) switch { 0 => [Word(random)], 1 => (string[])[], _ => [word, Word(random)] }));

    private static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => Letters[random.Next(Letters.Length)])]);
}
