using System.Security.Cryptography;

namespace SearchService.Hosting;

/// <summary>The addresses of the files that pages load, each with its content's hash: a changed file has another address, so browsers may keep it for good.</summary>
/// <param name="environment">Knows where the files served as they are lie.</param>
internal sealed class PageFiles(IWebHostEnvironment environment)
{
    /// <summary>The style sheet.</summary>
    public string StyleSheet { get; } = AddressOf("site.css", environment);

    /// <summary>The script that offers suggestions.</summary>
    public string Script { get; } = AddressOf("suggest.js", environment);

    /// <summary>The script that listens to keys.</summary>
    public string Keys { get; } = AddressOf("keys.js", environment);

    private static string AddressOf(string file, IWebHostEnvironment environment)
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo(file).CreateReadStream();
        return $"/{file}?v={Convert.ToHexStringLower(SHA256.HashData(stream).AsSpan(0, 6))}";
    }
}
