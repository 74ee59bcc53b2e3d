namespace SearchService.Benchmarks.Stories;

/// <summary>Makes copies of texts as papers do: words replaced, left out and put in, sentences moved, a dateline before and a byline behind.</summary>
/// <param name="random">Decides.</param>
/// <param name="texts">Where words that are put in come from.</param>
internal sealed class CopyEditor(Random random, string[] texts)
{
    private static readonly string[] Datelines = ["नयी दिल्ली, 7 अप्रैल (भाषा)", "लखनऊ: संवाददाता", "मुंबई, एजेंसी।", ""];
    private static readonly string[] Bylines = ["(यह खबर एजेंसी की फीड से ली गयी है, शीर्षक के अलावा इसमें बदलाव नहीं किया गया है)", "भाषा राम श्याम", "इनपुट: एजेंसी", ""];

    /// <summary>A copy.</summary>
    /// <param name="text">The text.</param>
    /// <param name="share">Share of its words that are edited.</param>
    public string CopyOf(string text, double share)
    {
        var sentences = text.Split(['।', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (sentences.Count > 2)
        {
            var moved = sentences[random.Next(sentences.Count)];
            sentences.Remove(moved);
            sentences.Insert(random.Next(sentences.Count + 1), moved);
        }

        var words = string.Join("। ", sentences).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => random.NextDouble() < share ? Edited(word) : [word]);
        return $"{Datelines[random.Next(Datelines.Length)]} {string.Join(' ', words)} {Bylines[random.Next(Bylines.Length)]}";
    }

    // Of ten edits six replace a word, two leave it out, two put one in.
    private string[] Edited(string word) => random.Next(10) switch { < 6 => [Other()], < 8 => [], _ => [word, Other()] };

    private string Other()
    {
        while (true)
        {
            var words = texts[random.Next(texts.Length)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
                return words[random.Next(words.Length)];
        }
    }
}
