using SearchService.Language.Concepts;
using SearchService.Language.Lexicon;
using SearchService.Language.Stemming;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Completion;

/// <summary>
/// Completes what is being typed, in either script, to words and phrases of an archive: those that most headlines are about first,
/// then words that only bodies have, what a single article has last. A romanised word that nothing of the archive fits is spelt all the same,
/// and told to be none of its words. Safe for many threads.
/// </summary>
public sealed class Completer
{
    /// <summary>Most words looked at for one completion.</summary>
    private const int MostLookedAt = 150;

    /// <summary>Most phrases offered that begin with one word that completes what was typed.</summary>
    private const int MostPhrases = 3;

    /// <summary>So many times more is gathered than is asked for: spellings and inflections of one word are offered once.</summary>
    private const int Spare = 2;

    private readonly Interpreter _interpreter;
    private readonly Topics _topics;
    private readonly SameWords _same;
    private readonly Continuations _continuations;
    private readonly Translations _translations;

    /// <summary>Completes with the words of an archive.</summary>
    /// <param name="interpreter">Knows which words are spellings and inflections of each other, and counts all words of the archive.</param>
    /// <param name="topics">What its headlines are about.</param>
    public Completer(Interpreter interpreter, Topics topics)
    {
        ArgumentNullException.ThrowIfNull(interpreter);
        (_interpreter, _topics, _same) = (interpreter, topics, new(interpreter));
        _translations = new(topics);
        _continuations = new(topics, interpreter, new SoundReadings(topics.Words, Channel.Default, SeedLexicon.Table));
    }

    /// <summary>Ways to go on, the best first.</summary>
    /// <param name="text">What was typed; its last word is completed, or continued when a space follows it.</param>
    /// <param name="limit">The most to return.</param>
    public IReadOnlyList<Completion> Complete(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        var typed = new TypedText(text);
        var offers = new List<Offer>();
        var open = WordBeginnings.In(_topics.Words, typed.Open);
        _continuations.Add(typed, open, offers);
        _translations.Add(typed, offers);
        AddHeadlines(typed, open, limit * Spare, offers);
        var chosen = Choose(text, offers, limit);
        if (typed.Open.Length > 0 && (chosen.Count < limit || chosen[^1].Tier > OfferTier.Body))
        {
            AddBodies(typed, limit * Spare, offers);
            chosen = Choose(text, offers, limit);
        }

        if (chosen.Count == 0)
            return [.. SpeltFreely.Of(typed.Open).Take(limit).Select(word => new Completion(text[..typed.OpenStart], [word], typed.Closing, 0, FormReason.Transliteration, InArchive: false))];
        return chosen.ConvertAll(offer => new Completion(text[..offer.From], offer.Words, typed.Closing, offer.Articles, offer.Reason));
    }

    private void AddHeadlines(TypedText typed, List<Beginning> open, int enough, List<Offer> offers)
    {
        var completed = new CompletedWords(_topics.Words, open);
        for (var looked = 0; looked < MostLookedAt && completed.TryNext(out var word); looked++)
        {
            // What comes now and later scores no better than this word, phrases with it no better than the word itself.
            if (offers.Count(offer => offer.Tier <= OfferTier.Headline && offer.Score >= word.Score) >= enough)
                break;
            var form = _topics.Words.WordOf(word.Id);
            var articles = _topics.Words.CountOf(word.Id);
            var tier = Tier(form, Math.Max(articles, _interpreter.Vocabulary.CountOf(form)), OfferTier.Headline);
            offers.Add(new(tier, typed.OpenStart, [form], articles, word.Score, word.Reason));
            var phrases = _topics.PhrasesFrom(word.Id);
            foreach (var phrase in phrases[..Math.Min(phrases.Length, MostPhrases)])
                offers.Add(Offer.Of(_topics, phrase, OfferTier.Headline, typed.OpenStart, word.Cost, word.Reason));
        }
    }

    private void AddBodies(TypedText typed, int enough, List<Offer> offers)
    {
        var vocabulary = _interpreter.Vocabulary;
        var completed = new CompletedWords(vocabulary, WordBeginnings.In(vocabulary, typed.Open));
        for (var looked = 0; looked < MostLookedAt && enough > 0 && completed.TryNext(out var word); looked++)
        {
            var form = vocabulary.WordOf(word.Id);
            if (_topics.Words.CountOf(form) > 0)
                continue;
            enough--;
            var articles = vocabulary.CountOf(word.Id);
            offers.Add(new(Tier(form, articles, OfferTier.Body), typed.OpenStart, [form], articles, word.Score, word.Reason));
        }
    }

    private static OfferTier Tier(string form, int articles, OfferTier usual) =>
        StopWords.Contains(form) ? OfferTier.Grammar : articles < 2 ? OfferTier.Rare : usual;

    private List<Offer> Choose(string text, List<Offer> offers, int limit)
    {
        var chosen = new List<Offer>(limit);
        var texts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var offer in offers.OrderBy(offer => offer.Tier).ThenByDescending(offer => offer.Score))
        {
            if (chosen.Count == limit || (offer.Tier == OfferTier.Grammar && chosen.Count > 0))
                break;
            if (!texts.Add($"{text.AsSpan(0, offer.From)}{string.Join(' ', offer.Words)}"))
                continue;
            var same = chosen.FindIndex(other => IsSame(other, offer));
            if (same < 0)
                chosen.Add(offer);
            else if (offer.Letters < chosen[same].Letters && offer.Articles * 2 > chosen[same].Articles)
                chosen[same] = offer;
        }

        return chosen;
    }

    private bool IsSame(Offer one, Offer other)
    {
        if (one.From != other.From || one.Words.Length != other.Words.Length)
            return false;
        for (var at = 0; at < one.Words.Length; at++)
        {
            if (!_same.Are(one.Words[at], other.Words[at]))
                return false;
        }

        return true;
    }
}
