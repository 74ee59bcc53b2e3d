using System.Security.Cryptography;

namespace SearchService.Hosting;

/// <summary>The address of the one style sheet, with its content's hash: a changed sheet has another address, so browsers may keep it for good.</summary>
internal sealed class StyleSheet
{
    private const string File = "site.css";

    /// <summary>Reads the sheet's hash.</summary>
    /// <param name="environment">Knows where the files served as they are lie.</param>
    public StyleSheet(IWebHostEnvironment environment)
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo(File).CreateReadStream();
        Address = $"/{File}?v={Convert.ToHexStringLower(SHA256.HashData(stream).AsSpan(0, 6))}";
    }

    /// <summary>Path and hash, for the page's head.</summary>
    public string Address { get; }
}
