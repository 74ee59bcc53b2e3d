using SearchService.Language.Concepts;

namespace SearchService.Language.Completion;

/// <summary>How far to the front an offer may come.</summary>
internal enum OfferTier
{
    /// <summary>A phrase that goes on with the words before.</summary>
    Continuation,

    /// <summary>A word or phrase of headlines.</summary>
    Headline,

    /// <summary>A word that stands in no headline.</summary>
    Body,

    /// <summary>What only one article has.</summary>
    Rare,

    /// <summary>A word of grammar: for want of anything else.</summary>
    Grammar,
}

/// <summary>A word or phrase that may be suggested.</summary>
/// <param name="Tier">Tiers are exhausted in order.</param>
/// <param name="From">Where in the typed text the words put in begin.</param>
/// <param name="Words">The words.</param>
/// <param name="Articles">See <see cref="Completion.Articles"/>.</param>
/// <param name="Score">Order within the tier, greatest first.</param>
/// <param name="Reason">See <see cref="Completion.Reason"/>.</param>
internal sealed record Offer(OfferTier Tier, int From, string[] Words, int Articles, float Score, FormReason Reason)
{
    /// <summary>UTF-16 units of all words.</summary>
    public int Letters => Words.Sum(word => word.Length);

    /// <summary>A phrase.</summary>
    public static Offer Of(Topics topics, in Phrase phrase, OfferTier tier, int from, float cost, FormReason reason)
    {
        var words = new string[phrase.Length];
        for (var place = 0; place < words.Length; place++)
            words[place] = topics.Words.WordOf(phrase[place]);
        return new(tier, from, words, phrase.Articles, MathF.Log(phrase.Articles) - cost, reason);
    }
}
