namespace SearchService.Language.Tokenization;

/// <summary>What a UTF-16 unit can do in a word: a kind in the low four bits, flags above.</summary>
[Flags]
internal enum CharKind : byte
{
    Separator = 0,
    Devanagari = 1,
    Latin = 2,
    Digit = 3,

    /// <summary>A letter of another script.</summary>
    Letter = 4,

    /// <summary>Han and Hiragana: written without spaces, each a word of its own as in UAX #29.</summary>
    Ideograph = 5,

    /// <summary>Continues a word, never starts one.</summary>
    Mark = 6,

    /// <summary>ZWJ, ZWNJ, bidi controls and the like: part of the span, not of the form.</summary>
    Ignorable = 7,
    Surrogate = 8,

    KindMask = 0x0F,

    /// <summary>Lower-casing changes it.</summary>
    Upper = 0x10,

    /// <summary>A word with it may not be in NFC.</summary>
    Compose = 0x20,

    /// <summary>U+093C: out of NFC only after न, र, ळ and virama.</summary>
    Nukta = 0x40,

    /// <summary>A separator that can join under conditions: full stop, comma, apostrophes, hyphens.</summary>
    Joiner = 0x80,
}
