using SearchService.Language.Normalization;

namespace SearchService.Language.Concepts;

/// <summary>A word of the vocabulary with the wide key asked for.</summary>
/// <param name="Id">The word.</param>
/// <param name="IsTight">True when the tight keys are equal too.</param>
internal readonly record struct SpellingMatch(int Id, bool IsTight);

/// <summary>Enumerates the words of a vocabulary that are spellings of a tight key.</summary>
internal ref struct SpellingMatches
{
    private const int Usual = 48;
    private const int Most = 512;

    private readonly Vocabulary _vocabulary;
    private readonly ReadOnlySpan<char> _tight;
    private int _next;

    public SpellingMatches(Vocabulary vocabulary, ReadOnlySpan<char> tight)
    {
        _vocabulary = vocabulary;
        _tight = tight;
        var length = WideFold.MaxLength(tight.Length);
        // What is taken is cleared first: no more than a word needs.
        Span<char> wide = length <= Usual ? stackalloc char[Usual] : length <= Most ? stackalloc char[Most] : new char[length];
        _next = vocabulary.FirstBySpelling(wide[..WideFold.Write(tight, wide)]);
    }

    public SpellingMatch Current { get; private set; }

    public readonly SpellingMatches GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next < 0)
            return false;
        var word = _vocabulary.WordOf(_next);
        var length = TightFold.MaxLength(word.Length);
        Span<char> tight = length <= Usual ? stackalloc char[Usual] : length <= Most ? stackalloc char[Most] : new char[length];
        Current = new SpellingMatch(_next, _tight.SequenceEqual(tight[..TightFold.Write(word, tight)]));
        _next = _vocabulary.NextBySpelling(_next);
        return true;
    }
}
