namespace SearchService.Engine.Concordances;

/// <summary>The order of concordance lines. Lines that stand equal follow by date, newest first, then as the archive has them.</summary>
public enum ConcordanceSort
{
    /// <summary>By date, latest first; undated articles last.</summary>
    Newest,

    /// <summary>By date, earliest first; undated articles last.</summary>
    Oldest,

    /// <summary>By the word before, then those before it.</summary>
    Left1,

    /// <summary>By the second word before, then the third.</summary>
    Left2,

    /// <summary>By the third word before.</summary>
    Left3,

    /// <summary>By the word after, then those after it.</summary>
    Right1,

    /// <summary>By the second word after, then the third.</summary>
    Right2,

    /// <summary>By the third word after.</summary>
    Right3,
}
