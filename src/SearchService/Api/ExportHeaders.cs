namespace SearchService.Api;

/// <summary>Headers that tell of an export what its body has no place for.</summary>
internal static class ExportHeaders
{
    /// <summary>How many articles were found: as many are in the body, but for those removed while it was sent.</summary>
    public const string Total = "Search-Total";

    /// <summary>Generation of the archive that they were found in.</summary>
    public const string Generation = "Search-Generation";

    /// <summary>Codes of the warnings that a search of the same query gives, between commas.</summary>
    public const string Warnings = "Search-Warnings";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Total, Generation, Warnings];
}
