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
    /// <summary>Most phrases looked at for a word before: the most counted ones come first.</summary>
    private const int MostLookedAt = 3_000;

    /// <summary>Most phrases taken for a word before.</summary>
    private const int MostTaken = 40;

    /// <summary>A word is read in the other script when the reading has at least this weight.</summary>
    private const float LeastWeight = 0.25f;

    /// <summary>The words of the topics that a finished word may be, with why: itself, other spellings of it, and what it sounds like.</summary>
    public Dictionary<int, FormReason> Known(Word word)
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

    /// <summary>Adds the phrases.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="known">The words that each neighbour may be.</param>
    /// <param name="open">Where words lead that begin as the open one; any word will do when nothing of it is typed.</param>
    /// <param name="offers">Takes the phrases.</param>
    public void Add(TypedText typed, List<Dictionary<int, FormReason>> known, List<Beginning> open, List<Offer> offers)
    {
        var begun = new BegunWords(topics.Words, open, any: typed.Open.Length == 0);
        var neighbours = typed.Neighbours;
        foreach (var (word, reason) in known.Count > 0 ? known[^1] : [])
        {
            var (lookedAt, taken) = (0, 0);
            foreach (var number in topics.PhrasesWith(word))
            {
                if (++lookedAt > MostLookedAt || taken == MostTaken)
                    break;
                ref readonly var phrase = ref topics.PhraseAt(number);
                var before = FormReason.Prefix;
                int start, place;
                if (phrase[0] == word)
                    (start, place) = (neighbours[^1].Start, 1);
                else if (known.Count > 1 && phrase.Length == 3 && phrase[1] == word && known[0].TryGetValue(phrase[0], out before))
                    (start, place) = (neighbours[0].Start, 2);
                else
                    continue;
                if (begun.Find(phrase[place]) is not { } fit)
                    continue;
                taken++;
                var heard = reason == FormReason.Transliteration || before == FormReason.Transliteration;
                offers.Add(Offer.Of(topics, phrase, OfferTier.Continuation, start, fit.Cost, heard ? FormReason.Transliteration : fit.Reason));
            }
        }
    }
}
