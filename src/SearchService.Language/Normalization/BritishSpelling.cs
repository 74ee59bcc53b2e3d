using System.Buffers;

namespace SearchService.Language.Normalization;

/// <summary>British and American spellings of a word to one key, by rule for -ise and -our and by table for the rest.</summary>
internal static class BritishSpelling
{
    private const int ShortestByRule = 6;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    // The stem before -our must hold a vowel of its own: labour, not four, hour, flour.
    private static readonly string[] AfterOur =
        ["", "s", "ed", "ing", "er", "ers", "ite", "ites", "able", "ably", "hood", "hoods", "al", "ly", "ist", "ists", "less", "ful"];
    private static readonly (string British, string American)[] Ise =
        [("isation", "ization"), ("isations", "izations"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"), ("iser", "izer"), ("isers", "izers"),
         ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing")];

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Table = Read().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Writes the American spelling of a Latin word and returns its length, which is never more than that of the word.</summary>
    public static int Write(ReadOnlySpan<char> word, Span<char> key)
    {
        if (Table.TryGetValue(word, out var american))
        {
            american.CopyTo(key);
            return american.Length;
        }
        if (word.Length >= ShortestByRule)
        {
            foreach (var (from, to) in Ise)
            {
                if (word.EndsWith(from) && word.Length >= from.Length + 3)
                {
                    word[..^from.Length].CopyTo(key);
                    to.CopyTo(key[(word.Length - from.Length)..]);
                    return word.Length - from.Length + to.Length;
                }
            }
            var our = word.LastIndexOf("our");
            if (our >= 3 && word[..(our - 1)].ContainsAny(Vowels) && MayFollowOur(word[(our + 3)..]))
            {
                word[..(our + 1)].CopyTo(key);
                word[(our + 2)..].CopyTo(key[(our + 1)..]);
                return word.Length - 1;
            }
        }
        word.CopyTo(key);
        return word.Length;
    }

    private static bool MayFollowOur(ReadOnlySpan<char> ending)
    {
        foreach (var known in AfterOur)
        {
            if (ending.SequenceEqual(known))
                return true;
        }
        return false;
    }

    private static Dictionary<string, string> Read()
    {
        var table = new Dictionary<string, string>();
        foreach (var line in ResourceTable.Lines("Normalization.british-spellings.tsv"))
        {
            var columns = line.Split('\t');
            table[columns[0]] = columns[1];
        }
        return table;
    }
}
