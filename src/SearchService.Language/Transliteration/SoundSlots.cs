using SearchService.Language.Normalization;

namespace SearchService.Language.Transliteration;

/// <summary>
/// The sounds of a Devanagari word one after another, each in its context: a letter with what it stands beside. A consonant without vowel sign or
/// virama is followed by the inherent vowel, a sound of its own: कमल is क a म a ल a. Slots are numbers from 0 to <see cref="Count"/> - 1.
/// </summary>
internal static class SoundSlots
{
    /// <summary>How many slots there are.</summary>
    public const int Count = 128 * Contexts;

    /// <summary>The vowel that may be spoken where a virama stands: ख़्वाजा khawaja.</summary>
    public const int DeadVowel = ((Inherent - 1) * Contexts) + 7;

    private const int Contexts = 8;

    // U+097C to U+097F are letters of Sindhi: their numbers stand for the inherent vowel.
    private const int Inherent = 0x7F;
    private static readonly string[] VowelContexts = ["medial", "initial", "final", "nasal"];
    private static readonly string[] NasalContexts = ["k", "c", "tt", "t", "p", "other", "vowel", "end"];
    private static readonly string[] InherentPlaces = ["first", "later", "cluster"];

    /// <summary>The slot of a consonant.</summary>
    /// <param name="letter">The consonant; a nukta letter as its own code point (ज़ U+095B).</param>
    /// <param name="doubled">It is the first of two alike, or of a plain one and its aspirate: क् of क्क, च् of च्छ.</param>
    public static int Consonant(char letter, bool doubled) => Slot(letter, doubled ? 1 : 0);

    /// <summary>The slot of the inherent vowel.</summary>
    public static int InherentVowel(InherentPlace place, InherentNext next) => ((Inherent - (int)place) * Contexts) + (int)next;

    /// <summary>The slot of a vowel letter or sign.</summary>
    /// <param name="letter">The letter or sign.</param>
    /// <param name="initial">It begins the word.</param>
    /// <param name="next">The letter that follows, NUL at the end.</param>
    public static int Vowel(char letter, bool initial, char next) =>
        Slot(LetterOf(letter), initial ? 1 : next == '\0' ? 2 : next is Devanagari.Anusvara or Devanagari.Chandrabindu ? 3 : 0);

    /// <summary>The slot of anusvara or chandrabindu.</summary>
    /// <param name="next">The letter that follows, NUL at the end.</param>
    public static int Nasal(char next)
    {
        var varga = Devanagari.VargaOfStop(Sound.WithoutNukta(next));
        return Slot(Devanagari.Anusvara, varga >= 0 ? varga : next == '\0' ? 7 : Devanagari.IsConsonant(next) ? 5 : 6);
    }

    /// <summary>The slot of any other letter.</summary>
    public static int Other(char letter) => Slot(letter, 0);

    /// <summary>Whether a slot is the inherent vowel's, that of a virama among them.</summary>
    public static bool IsInherentVowel(int slot) => slot == DeadVowel || Inherent - (slot / Contexts) < InherentPlaces.Length;

    /// <summary>Whether a slot is that of the first of two consonants alike.</summary>
    public static bool IsDoubled(int slot) => slot % Contexts == 1 && Devanagari.IsConsonant((char)(0x0900 + (slot / Contexts)));

    /// <summary>The last seven bits of the letter of a slot.</summary>
    public static int LetterNumber(int slot) => slot / Contexts;

    /// <summary>The vowel letter of a vowel sign (ा U+093E → आ U+0906), chandrabindu as anusvara; any other letter itself.</summary>
    public static char VowelLetter(char letter) => letter == Devanagari.Chandrabindu ? Devanagari.Anusvara : LetterOf(letter);

    /// <summary>The slots of a word in NFC; none when it holds letters of another script.</summary>
    public static List<int> Of(ReadOnlySpan<char> word)
    {
        var slots = new List<int>(word.Length * 2);
        if (word.ContainsAnyExceptInRange('\u0900', '\u097F'))
            return slots;
        var sound = Sound.Start;
        foreach (var letter in word)
        {
            if (!sound.IsChangedBy(letter))
                sound.SpokenBefore(letter).AddTo(slots);
            sound = sound.Then(letter);
        }

        sound.SpokenBefore('\0').AddTo(slots);
        return slots;
    }

    /// <summary>The name of a slot in the tables: <c>क</c>, <c>क/double</c>, <c>आ/final</c>, <c>ं/k</c>, <c>a/later-end</c>; null for a number that no sound has.</summary>
    public static string? NameOf(int slot)
    {
        var (number, context) = (slot / Contexts, slot % Contexts);
        if (slot == DeadVowel)
            return "a/dead";
        if (Inherent - number < InherentPlaces.Length)
            return context < (int)InherentNext.Count ? $"a/{InherentPlaces[Inherent - number]}-{((InherentNext)context).ToString().ToLowerInvariant()}" : null;
        var letter = (char)(0x0900 + number);
        if (letter == Devanagari.Anusvara)
            return $"{letter}/{NasalContexts[context]}";
        if (Devanagari.IsVowelLetter(letter))
            return context < VowelContexts.Length ? $"{letter}/{VowelContexts[context]}" : null;
        var name = letter.ToString().Normalize(); // ज़ U+095B is ज and nukta in NFC
        return context switch { 0 => name, 1 when Devanagari.IsConsonant(letter) => $"{name}/double", _ => null };
    }

    private static int Slot(char letter, int context) => ((letter & 0x7F) * Contexts) + context;

    private static char LetterOf(char vowel) => vowel switch
    {
        '\u0944' or '\u0960' => 'ऋ', // ॄ ॠ
        >= '\u093E' and <= '\u094C' => (char)(vowel - 0x38), // ा U+093E is the sign of आ U+0906, and so on to ौ
        _ => vowel,
    };
}

/// <summary>Where in its word an inherent vowel stands.</summary>
internal enum InherentPlace
{
    /// <summary>No vowel before it.</summary>
    First,

    /// <summary>After one consonant, which has a vowel before it: where Hindi may drop it.</summary>
    Later,

    /// <summary>After two consonants.</summary>
    Cluster,
}

/// <summary>What follows an inherent vowel.</summary>
internal enum InherentNext
{
    /// <summary>Nothing.</summary>
    End,

    /// <summary>A consonant with a vowel sign: before it Hindi drops the vowel most (करना karna).</summary>
    Signed,

    /// <summary>A consonant with an inherent vowel.</summary>
    Bare,

    /// <summary>A consonant with a virama.</summary>
    Dead,

    /// <summary>Anusvara or chandrabindu.</summary>
    Nasal,

    /// <summary>A vowel letter or anything else.</summary>
    Vowel,

    /// <summary>How many there are.</summary>
    Count,
}
