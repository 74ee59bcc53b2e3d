namespace SearchService.Language.Concepts;

/// <summary>Why a form is in a concept.</summary>
public enum FormReason
{
    /// <summary>It is the word asked for.</summary>
    Exact,

    /// <summary>Another spelling of it: गयी for गई.</summary>
    Spelling,

    /// <summary>Another form of the same lemma, in any spelling: नदियों for नदी.</summary>
    Inflection,

    /// <summary>The word in the other script by sound.</summary>
    Transliteration,

    /// <summary>The word in the other language by meaning.</summary>
    Translation,

    /// <summary>What was probably meant.</summary>
    Correction,

    /// <summary>Begins as asked.</summary>
    Prefix,
}
