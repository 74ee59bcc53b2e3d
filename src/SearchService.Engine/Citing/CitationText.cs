using System.Text;

namespace SearchService.Engine.Citing;

/// <summary>Citations as text, in one line. What an article does not say is left out, as the handbooks have it.</summary>
internal static class CitationText
{
    private static readonly string[] HindiMonths =
        ["जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    // Names of at most four letters stay whole.
    private static readonly string[] MlaMonths =
        ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    /// <summary>MLA: author, “headline” [translation], paper, day and address; then the archive and the permalink.</summary>
    public static string Mla(CitedArticle article, CitationLanguage language)
    {
        var hindi = language == CitationLanguage.Hindi;
        var text = new StringBuilder();
        Sentence(text, article.Author);
        if (article.Title is { } title)
        {
            var translation = hindi ? null : Inner(article.Translation);
            // The full stop stands within the quotation marks, but behind a translation that follows them.
            Add(text, translation is null ? $"“{Ended(title)}”" : $"“{title}” [{translation}].");
        }

        var day = article.Day is { } known ? $"{known.Day} {(hindi ? HindiMonths : MlaMonths)[known.Month - 1]} {known.Year}" : null;
        var source = article.Url == article.Link?.Address ? null : article.Url;
        Sentence(text, Joined(article.Paper, day, source));
        if (article.Link is { } link)
            Sentence(text, Joined(OneLine.Of(link.Archive), link.Address));
        return text.ToString();
    }

    /// <summary>APA: author, (day), headline [translation], paper; then the archive and the permalink, or else the address.</summary>
    public static string Apa(CitedArticle article, CitationLanguage language)
    {
        var hindi = language == CitationLanguage.Hindi;
        var date = article.Day switch
        {
            null => hindi ? "(तिथि अज्ञात)." : "(n.d.).",
            { } day when hindi => $"({day.Year}, {day.Day} {HindiMonths[day.Month - 1]}).",
            { } day => $"({day.Year}, {EnglishMonths[day.Month - 1]} {day.Day}).",
        };
        var title = article.Title is null ? null
            : hindi || Inner(article.Translation) is not { } translation ? article.Title
            : $"{article.Title} [{translation}]";
        var text = new StringBuilder();
        // Without an author the headline takes the author's place.
        Sentence(text, article.Author ?? title);
        Add(text, date);
        if (article.Author is not null)
            Sentence(text, title);
        Sentence(text, article.Paper);
        Sentence(text, OneLine.Of(article.Link?.Archive));
        // An address ends without a full stop, which would be taken for a part of it.
        if ((article.Link?.Address ?? article.Url) is { } address)
            Add(text, address);
        return text.ToString();
    }

    // Within brackets, the full stop of a title stands no longer at an end.
    private static string? Inner(string? translation) => translation?.TrimEnd('.') is { Length: > 0 } inner ? inner : null;

    private static string? Joined(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (part is not null)
                text.Append(text.Length > 0 ? ", " : "").Append(part);
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static void Sentence(StringBuilder text, string? sentence)
    {
        if (sentence is not null)
            Add(text, Ended(sentence));
    }

    private static void Add(StringBuilder text, string part) => text.Append(text.Length > 0 ? " " : "").Append(part);

    // What ends with a mark of its own, a danda too, gets no other.
    private static string Ended(string sentence) => sentence[^1] is '.' or '?' or '!' or '।' or '॥' or '…' ? sentence : sentence + '.';
}
