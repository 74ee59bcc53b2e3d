namespace SearchService.Articles.PageParts;

/// <summary>What the site says about itself around a story: <c>विश्व से जुड़ी खबरों … के लिए यहाँ क्लिक करे</c>.</summary>
internal static class SiteFooter
{
    private const int MostCategoryWords = 3;
    private const int MostNameWords = 6;

    private static readonly string[] Chrome = [.. WordFile.Lines("PageParts.chrome.txt").Select(phrase => WordFile.Key(phrase))];
    private static readonly string[] Invitations =
        [.. new[] { "क्लिक", "पढ़ें", "देखें", "लाइक", "फॉलो", "जुड़ें" }.Select(word => WordFile.Key(word))];
    private static readonly string[] HomePages = ["मुखपृष्ठ", "होमपेज", "होम पेज", "वेबसाइट", "साइट", "पोर्टल"];
    private static readonly string[] Stories = ["खबर", "समाचार", "रिपोर्ट", "लेख", "स्टोरी"];

    /// <summary>Reads the line that leads to more stories of the same section.</summary>
    /// <param name="line">A line of the page.</param>
    /// <param name="isLast">Whether it closes the page: then it may be cut off, and the section is enough.</param>
    /// <param name="category">Words before <c>से जुड़ी</c>: the section.</param>
    /// <param name="source">The paper, where the line sends the reader to its home page: <c>… खबरें X के मुखपृष्ठ पर पढ़ें</c>.</param>
    /// <returns>Whether the line is such a footer: section, a word for news and an invitation to read on, all three.</returns>
    public static bool TryRead(string line, bool isLast, out string? category, out string? source)
    {
        category = source = null;
        var plain = WordFile.Key(line);
        var link = plain.IndexOf(" से जुड", StringComparison.Ordinal);
        if (link <= 0 || plain[..link].Count(c => c == ' ') >= MostCategoryWords) return false;
        var invites = plain.IndexOf("खबर", link, StringComparison.Ordinal) > 0
            && Array.Exists(Invitations, word => plain.Contains(word, StringComparison.Ordinal));
        if (!invites && (!isLast || plain.EndsWith('।'))) return false;
        var words = line.Split(' ');
        category = string.Join(' ', words.Take(1 + plain[..link].Count(c => c == ' ')));
        source = HomePageOwner(words);
        return true;
    }

    /// <summary>Whether a line at the end of a page is the site's and not the story's.</summary>
    public static bool IsChrome(string line)
    {
        var key = WordFile.Key(line);
        return Array.Exists(Chrome, phrase => key.Contains(phrase, StringComparison.Ordinal));
    }

    /// <summary>The paper that a notice speaks for: <c>X ने इस ख़बर को संपादित नहीं किया है</c>; null when it names none.</summary>
    public static string? SourceOfNotice(string disclaimer)
    {
        var words = disclaimer.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i + 2 < words.Length && i <= MostNameWords; i++)
        {
            if (words[i] == "ने" && words[i + 1] is "इस" or "यह" && IsStory(words[i + 2])) return string.Join(' ', words.Take(i));
        }
        return null;
    }

    private static bool IsStory(string word) => Array.Exists(Stories, story => WordFile.Key(word).StartsWith(story, StringComparison.Ordinal));

    // … खबरें <name> के मुखपृष्ठ पर …
    private static string? HomePageOwner(string[] words)
    {
        var news = Array.FindIndex(words, IsStory);
        for (var i = news + 2; news >= 0 && i + 1 < words.Length && i <= news + 1 + MostNameWords; i++)
        {
            if (words[i] is "के" or "की" && Array.Exists(HomePages, page => words[i + 1].StartsWith(page, StringComparison.Ordinal)))
                return string.Join(' ', words[(news + 1)..i]);
        }
        return null;
    }
}
