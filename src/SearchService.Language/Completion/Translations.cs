using SearchService.Language.Stemming;

namespace SearchService.Language.Completion;

/// <summary>What English words are called in Hindi headlines while they are being typed: floo → बाढ़, foreign mi → विदेश मंत्री.</summary>
/// <param name="topics">What headlines are about.</param>
internal sealed class Translations(Topics topics)
{
    /// <summary>Fewer letters begin too many words.</summary>
    private const int LeastLetters = 3;

    /// <summary>Most offers: who types English also wants what is printed in English.</summary>
    private const int MostTaken = 3;

    /// <summary>Renderings of a headword that are looked at.</summary>
    private const int MostRenderings = 2;

    /// <summary>What a rendering costs, more for each letter of the headword that is not typed yet, and more the less usual it is.</summary>
    private const float Cost = 0.5f;
    private const float CostPerLetter = 0.3f;
    private const float CostOfUnusual = 3f;

    /// <summary>Adds the most usual of them.</summary>
    /// <param name="typed">What was typed: its open word, or a row of words up to it, is taken for the beginning of a headword.</param>
    /// <param name="offers">Takes the offers.</param>
    public void Add(TypedText typed, List<Offer> offers)
    {
        var found = new List<Offer>();
        for (var first = 0; first <= typed.Neighbours.Count; first++)
        {
            var beginning = string.Join(' ', [.. typed.Neighbours.Skip(first).Select(word => word.Form), typed.Open]);
            if (beginning.Length < LeastLetters || !char.IsAsciiLetter(beginning[0]))
                continue;
            var (tier, start) = first < typed.Neighbours.Count ? (OfferTier.Continuation, typed.Neighbours[first].Start) : (OfferTier.Headline, typed.OpenStart);
            foreach (var (headword, renderings) in Headwords.From(beginning))
            {
                if (StopWords.Contains(headword))
                    continue;
                foreach (var rendering in renderings.Take(MostRenderings))
                {
                    var words = rendering.Text.Split(' ');
                    if (Count(words) is not (> 0 and var articles))
                        continue;
                    var cost = Cost + (CostPerLetter * (headword.Length - beginning.Length)) + (CostOfUnusual * (1 - rendering.Weight));
                    found.Add(new(articles < 2 ? OfferTier.Rare : tier, start, words, articles, MathF.Log(articles) - cost, rendering.Reason));
                }
            }
        }

        offers.AddRange(found.OrderByDescending(offer => offer.Score).DistinctBy(offer => (offer.From, string.Join(' ', offer.Words))).Take(MostTaken));
    }

    /// <summary>How many articles have the words, a word of grammar or several words that are no phrase none.</summary>
    private int Count(string[] words)
    {
        var first = topics.Words.IdOf(words[0]);
        if (first < 0)
            return 0;
        if (words.Length == 1)
            return StopWords.Contains(words[0]) ? 0 : topics.Words.CountOf(first);
        foreach (var phrase in topics.PhrasesFrom(first))
        {
            if (phrase.Length == words.Length && Is(phrase, words))
                return phrase.Articles;
        }

        return 0;
    }

    private bool Is(in Phrase phrase, string[] words)
    {
        for (var place = 1; place < words.Length; place++)
        {
            if (topics.Words.WordOf(phrase[place]) != words[place])
                return false;
        }

        return true;
    }
}
