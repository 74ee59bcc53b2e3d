using SearchService.Language.Alignment;
using SearchService.Language.Lexicon;
using SearchService.Language.Normalization;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Concepts;

/// <summary>
/// What the words of a query may be called in the other script and language: renderings of a lexicon and words that sound so, of the words the archive holds.
/// Shared by all searches of an archive; safe for many threads.
/// </summary>
/// <param name="vocabulary">The archive's words.</param>
/// <param name="lexicons">Lexicons in use; the seed lexicon first.</param>
internal sealed class Readings(Vocabulary vocabulary, Func<IReadOnlyList<LexiconTable>> lexicons)
{
    /// <summary>Evidence from which something learnt is taken for the meaning of its word, beside which what only sounds so counts less.</summary>
    internal const int Meaning = 3;

    /// <summary>Factor of a reading by meaning.</summary>
    internal const float Translation = 0.9f;

    /// <summary>Factor of a reading by sound.</summary>
    internal const float Transliteration = 0.9f;

    /// <summary>Factor of a reading by sound of a word whose meaning is known: ban is प्रतिबंध far more often than बन.</summary>
    internal const float KnownBySound = 0.25f;

    /// <summary>Factor of a reading by sound of a word that the archive prints as it was asked: LSU before एलएसयू.</summary>
    internal const float PrintedBySound = 0.5f;

    /// <summary>Factor of a word's own renderings where it stands in a phrase that has its own.</summary>
    internal const float InsidePhrase = 0.5f;

    /// <summary>Factor of an English word that a Hindi word of the query may be in a web title.</summary>
    internal const float Back = 0.5f;

    /// <summary>Factor of a reading that is a word of grammar too: कर is a tax, and far more often a form of करना.</summary>
    internal const float AlsoGrammar = 0.5f;

    /// <summary>A reading by sound of a word whose meaning is known is left out when it weighs less.</summary>
    internal const float LeastKnownBySound = 0.15f;

    private readonly WordsTogether _together = new(vocabulary);
    private volatile SoundReadings _sounds = new(vocabulary, Channel.Default);

    /// <summary>Reads sounds by another channel from now on.</summary>
    public void Use(Channel channel) => _sounds = new(vocabulary, channel);

    /// <summary>Forgets what was read by sound.</summary>
    public void Forget() => _sounds.Forget();

    /// <summary>The readings of a word that stands in a row of words.</summary>
    /// <param name="row">The row.</param>
    /// <param name="at">Which word of it.</param>
    /// <param name="add">Takes the words of a reading, its weight, its reason and the rendering it comes from, if from a lexicon.</param>
    public void Of(IReadOnlyList<string> row, int at, TakeReading add)
    {
        var word = row[at];
        if (word.Length == 0)
            return;
        _together.Of(row, at, _sounds, add);
        if (char.IsAsciiLetter(word[0]))
            OfLatin(row, at, add);
        else if (Devanagari.IsDevanagari(word[0]) && !char.IsDigit(word[0]))
            OfDevanagari(word, add);
    }

    private void OfLatin(IReadOnlyList<string> row, int at, TakeReading add)
    {
        var (known, inPhrase) = (false, false);
        var sounds = _sounds.Of(row[at]);
        foreach (var lexicon in lexicons())
        {
            for (var length = Math.Min(LexiconTable.LongestPhrase, row.Count); length > 1; length--)
            {
                for (var from = Math.Max(0, at - length + 1); from <= at && from + length <= row.Count; from++)
                {
                    foreach (var rendering in lexicon.Renderings(string.Join(' ', row.Skip(from).Take(length))))
                    {
                        inPhrase |= IsMeaning(rendering);
                        add(rendering.Text, rendering.Weight * Translation, rendering.Reason, rendering);
                    }
                }
            }
        }

        foreach (var lexicon in lexicons())
        {
            foreach (var rendering in lexicon.Renderings(row[at]))
            {
                known |= IsMeaning(rendering);
                // A lexicon has names too: what sounds like the word is the word in the other script.
                var reason = sounds.Any(sound => sound.Text == rendering.Text) ? FormReason.Transliteration : rendering.Reason;
                add(rendering.Text, rendering.Weight * Translation * (inPhrase ? InsidePhrase : 1), reason, rendering);
            }
        }

        var factor = Transliteration * (known || inPhrase ? KnownBySound : vocabulary.CountOf(row[at]) > 0 ? PrintedBySound : 1);
        var least = known || inPhrase ? LeastKnownBySound : 0;
        foreach (var (text, weight) in sounds)
        {
            if (weight * factor >= least)
                add(text, weight * factor, FormReason.Transliteration);
        }
    }

    private void OfDevanagari(string word, TakeReading add)
    {
        foreach (var (text, weight) in _sounds.Of(word))
            add(text, weight * Transliteration, FormReason.Transliteration);
        foreach (var lexicon in lexicons())
        {
            foreach (var english in lexicon.English(word))
                add(english.Text, english.Weight * Back, english.Reason, english);
        }
    }

    // A name or a few sightings say little against other words that sound so.
    private static bool IsMeaning(in Rendering rendering) =>
        rendering.Source != LearntLexicon.Source || (rendering.Reason == FormReason.Translation && rendering.Evidence >= Meaning);
}

/// <summary>Takes a reading.</summary>
/// <param name="text">Its words.</param>
/// <param name="weight">Its weight.</param>
/// <param name="reason">Why it is one.</param>
/// <param name="rendering">The rendering it comes from; without a source when it comes from none.</param>
internal delegate void TakeReading(string text, float weight, FormReason reason, Rendering rendering = default);
