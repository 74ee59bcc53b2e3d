using SearchService.Language.Concepts;
using SearchService.Language.Tokenization;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Completion;

/// <summary>Phrases that go on with the words before the one being typed: विदेश मं → विदेश मंत्री, sergey lavr → Sergey Lavrov and सर्गेई लावरोव.</summary>
/// <param name="topics">The phrases.</param>
/// <param name="interpreter">Knows other spellings of the words before.</param>
/// <param name="sounds">Knows them in the other script.</param>
internal sealed class Continuations(Topics topics, Interpreter interpreter, SoundReadings sounds)
{
    /// <summary>Most phrases taken for a word before.</summary>
    private const int MostTaken = 40;

    /// <summary>A word is read in the other script when the reading has at least this weight.</summary>
    private const float LeastWeight = 0.25f;

    /// <summary>Adds the phrases.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="open">Where words lead that begin as the open one; any word will do when nothing of it is typed.</param>
    /// <param name="offers">Takes the phrases.</param>
    public void Add(TypedText typed, List<Beginning> open, List<Offer> offers)
    {
        var begun = new BegunWords(topics.Words, open, any: typed.Open.Length == 0);
        var known = typed.Neighbours.ConvertAll(Known);
        for (var first = 0; first < known.Count; first++)
        {
            foreach (var (word, reason) in known[first])
                Add(word, reason, typed.Neighbours[first].Start, known[(first + 1)..], begun, offers);
        }
    }

    private void Add(int word, FormReason reason, int start, List<Dictionary<int, FormReason>> between, BegunWords begun, List<Offer> offers)
    {
        var taken = 0;
        foreach (var phrase in topics.PhrasesFrom(word))
        {
            if (taken == MostTaken)
                break;
            var second = FormReason.Prefix;
            if (phrase.Length <= between.Count + 1 || (between.Count > 0 && !between[0].TryGetValue(phrase[1], out second)))
                continue;
            if (begun.Find(phrase[between.Count + 1]) is not { } fit)
                continue;
            taken++;
            var heard = reason == FormReason.Transliteration || second == FormReason.Transliteration;
            offers.Add(Offer.Of(topics, phrase, OfferTier.Continuation, start, fit.Cost, heard ? FormReason.Transliteration : fit.Reason));
        }
    }

    /// <summary>The words of the topics that a finished word may be, with why: itself, other spellings of it, and what it sounds like.</summary>
    private Dictionary<int, FormReason> Known(Word word)
    {
        var known = new Dictionary<int, FormReason>();
        foreach (var form in interpreter.Interpret(word.Form).Forms)
        {
            if (form.Reason is FormReason.Exact or FormReason.Spelling && topics.Words.IdOf(form.Text) is var id and >= 0)
                known[id] = FormReason.Prefix;
        }

        foreach (var reading in sounds.Of(word.Form))
        {
            if (reading.Weight >= LeastWeight && topics.Words.IdOf(reading.Text) is var id and >= 0)
                known.TryAdd(id, FormReason.Transliteration);
        }

        return known;
    }
}
