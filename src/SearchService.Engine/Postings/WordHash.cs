using System.IO.Hashing;
using System.Text;

namespace SearchService.Engine.Postings;

/// <summary>
/// What a word is known by in <see cref="WordIndex"/>: 64 bits. That two words of an archive share them is as unlikely as a fault of memory,
/// one in ten million for a million words; then one would be found for the other.
/// </summary>
internal static class WordHash
{
    /// <summary>Of a word as the index has it.</summary>
    public static ulong Of(ReadOnlySpan<byte> word) => XxHash3.HashToUInt64(word);

    /// <summary>Of a word of a query.</summary>
    public static ulong Of(string word)
    {
        Span<byte> bytes = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(word, bytes, out var length) ? Of(bytes[..length]) : Of(Encoding.UTF8.GetBytes(word));
    }
}
