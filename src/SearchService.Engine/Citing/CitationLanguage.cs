namespace SearchService.Engine.Citing;

/// <summary>The language in which a citation tells dates and what is missing; names and headlines stay as printed.</summary>
public enum CitationLanguage
{
    /// <summary>Hindi.</summary>
    Hindi,

    /// <summary>English, with the web title as translation of the headline.</summary>
    English,
}
