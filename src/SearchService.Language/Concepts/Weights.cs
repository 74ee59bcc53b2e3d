namespace SearchService.Language.Concepts;

/// <summary>How surely a form answers for the word asked for. The weights of inflections by class are in the paradigm tables.</summary>
internal static class Weights
{
    public const float Exact = 1f;

    /// <summary>Same tight key: nukta, nasal, glide, digits.</summary>
    public const float Spelling = 0.96f;

    /// <summary>Same wide key only: candra o, doubled consonants.</summary>
    public const float WideSpelling = 0.92f;

    /// <summary>Vowel length of a long word.</summary>
    public const float VowelLength = 0.85f;

    /// <summary>A form of a lemma that is written out in a table.</summary>
    public const float Family = 0.88f;

    /// <summary>Factor for an inflected form found by its wide key only.</summary>
    public const float WideFactor = 0.95f;

    /// <summary>Factor between a form of a verb and a word of a closed class that is spelt like it.</summary>
    public const float Homograph = 0.5f;

    /// <summary>Factor between a noun and the verb whose stem it is spelt as.</summary>
    public const float NounOfVerb = 0.7f;

    public const float Prefix = 0.8f;

    /// <summary>Factor of the forms of a word that was probably meant.</summary>
    public const float Correction = 0.9f;
}
