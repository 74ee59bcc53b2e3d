using SearchService.Language.Normalization;

namespace SearchService.Language.Transliteration;

/// <summary>
/// A letter of a Devanagari word that has been read but not yet spoken: how it is spoken depends on the letter that follows.
/// </summary>
/// <param name="Letter">The letter; a nukta letter as its own code point; NUL before the first letter.</param>
/// <param name="Flags">What is known of it.</param>
internal readonly record struct Sound(char Letter, SoundFlags Flags)
{
    /// <summary>Before the first letter.</summary>
    public static readonly Sound Start;

    /// <summary>True for a virama or nukta, which change the letter before them and are not spoken themselves.</summary>
    public bool IsChangedBy(char next) => next is Devanagari.Virama or Devanagari.Nukta && Devanagari.IsConsonant(Letter);

    /// <summary>Whether an inherent vowel before the letter is not spoken yet either.</summary>
    public bool IsOwing => Has(SoundFlags.Owed);

    /// <summary>What is read and not spoken once <paramref name="next"/> has been read.</summary>
    public Sound Then(char next)
    {
        if (IsChangedBy(next))
            return next == Devanagari.Virama ? new(Letter, Flags | SoundFlags.Dead) : new(WithNukta(Letter), Flags);
        if (Letter == '\0')
            return new(next, SoundFlags.Initial);
        var consonant = Devanagari.IsConsonant(Letter);
        var dead = Has(SoundFlags.Dead);
        var open = consonant && !dead && !Devanagari.IsVowelSign(next);
        var flags = SoundFlags.None;
        if (Has(SoundFlags.HasVowel) || IsVowel(Letter) || open)
            flags |= SoundFlags.HasVowel;
        if (consonant && dead)
            flags |= SoundFlags.AfterDead;
        if (open && Devanagari.IsConsonant(next))
            flags |= SoundFlags.Owed | (SoundFlags)((int)Place << OwedPlace);
        return new(next, flags);
    }

    /// <summary>What is spoken once <paramref name="next"/> is known, NUL for the end of the word.</summary>
    public Spoken SpokenBefore(char next)
    {
        if (Letter == '\0')
            return default;
        if (!Devanagari.IsConsonant(Letter))
            return new(0, 1 + (IsVowel(Letter) ? SoundSlots.Vowel(Letter, Has(SoundFlags.Initial), next) : IsNasal(Letter) ? SoundSlots.Nasal(next) : SoundSlots.Other(Letter)), 0);
        var dead = Has(SoundFlags.Dead);
        var signed = Devanagari.IsVowelSign(next);
        var owed = Has(SoundFlags.Owed)
            ? 1 + SoundSlots.InherentVowel((InherentPlace)((int)Flags >> OwedPlace), dead ? InherentNext.Dead : signed ? InherentNext.Signed : InherentNext.Bare)
            : 0;
        var doubled = dead && (next == Letter || Devanagari.IsPlainOf(Letter, next));
        var consonant = 1 + SoundSlots.Consonant(Letter, doubled);
        if (dead)
            return new(owed, consonant, doubled || next == '\0' ? 0 : 1 + SoundSlots.DeadVowel);
        if (signed || Devanagari.IsConsonant(next))
            return new(owed, consonant, 0);
        var after = next == '\0' ? InherentNext.End : IsNasal(next) ? InherentNext.Nasal : InherentNext.Vowel;
        return new(owed, consonant, 1 + SoundSlots.InherentVowel(Place, after));
    }

    /// <summary>A consonant without its nukta: ज़ U+095B → ज.</summary>
    public static char WithoutNukta(char letter) => letter switch
    {
        >= '\u0958' and <= '\u095A' => (char)(letter - 0x0958 + 'क'),
        '\u095B' => 'ज',
        '\u095C' => 'ड',
        '\u095D' => 'ढ',
        '\u095E' => 'फ',
        '\u095F' => 'य',
        _ => letter,
    };

    private const int OwedPlace = 8;

    private InherentPlace Place =>
        !Has(SoundFlags.HasVowel) ? InherentPlace.First : Has(SoundFlags.AfterDead) ? InherentPlace.Cluster : InherentPlace.Later;

    private bool Has(SoundFlags flag) => (Flags & flag) != 0;

    private static bool IsVowel(char letter) => Devanagari.IsVowelLetter(letter) || Devanagari.IsVowelSign(letter);

    private static bool IsNasal(char letter) => letter is Devanagari.Anusvara or Devanagari.Chandrabindu;

    private static char WithNukta(char letter) => letter switch
    {
        >= 'क' and <= 'ग' => (char)(letter - 'क' + 0x0958),
        'ज' => '\u095B',
        'ड' => '\u095C',
        'ढ' => '\u095D',
        'फ' => '\u095E',
        'य' => '\u095F',
        _ => letter,
    };
}

/// <summary>What is known of a letter that is not spoken yet.</summary>
[Flags]
internal enum SoundFlags : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A consonant with a virama.</summary>
    Dead = 1,

    /// <summary>The first letter of the word.</summary>
    Initial = 2,

    /// <summary>A vowel stands before it in the word.</summary>
    HasVowel = 4,

    /// <summary>A consonant with a virama stands right before it.</summary>
    AfterDead = 8,

    /// <summary>The inherent vowel before it is not spoken yet either; bits 8 and 9 hold its <see cref="InherentPlace"/>.</summary>
    Owed = 16,
}

/// <summary>Up to three slots that are spoken together, each plus one, 0 for none: an inherent vowel owed, a letter, an inherent vowel.</summary>
internal readonly record struct Spoken(int Owed, int Letter, int Inherent)
{
    /// <summary>The slot of a part, 0 to 2, or -1.</summary>
    public int this[int part] => (part switch { 0 => Owed, 1 => Letter, _ => Inherent }) - 1;

    /// <summary>Adds the slots to a list.</summary>
    public void AddTo(List<int> slots)
    {
        if (Owed > 0)
            slots.Add(Owed - 1);
        if (Letter > 0)
            slots.Add(Letter - 1);
        if (Inherent > 0)
            slots.Add(Inherent - 1);
    }
}
