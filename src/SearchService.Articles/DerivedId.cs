using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using SearchService.Articles.PageParts;

namespace SearchService.Articles;

/// <summary>
/// The id of an article whose source gives neither id nor url: <c>hash-</c> and 32 hexadecimal digits, XxHash128 of web title, headline and
/// publishing time. These stay when a story is corrected, so a later version of the same page replaces the earlier one; body, category and
/// the time of the update may change. Of the titles only letters and digits count: mended quotes and joiners change nothing. Without a
/// publishing time, or without any title, the body counts too: then nothing else tells two stories of one recurring headline apart, and a
/// changed page is another article.
/// </summary>
internal static class DerivedId
{
    /// <summary>What ids made by this rule begin with.</summary>
    public const string Prefix = "hash-";

    /// <summary>The id; the same for the same parts on every machine and run.</summary>
    public static string Of(Article article)
    {
        var hash = new XxHash128();
        var (webTitle, headline) = (SameText.Key(article.WebTitle), SameText.Key(article.Headline));
        Append(hash, webTitle);
        Append(hash, headline);
        Append(hash, article.PublishedAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "");
        if (article.PublishedAt is null || webTitle.Length + headline.Length == 0) Append(hash, article.Body);
        return Prefix + Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    // Little-endian UTF-16 with the length first, so that parts cannot run into each other.
    private static void Append(XxHash128 hash, string part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        hash.Append(length);
        hash.Append(MemoryMarshal.AsBytes(part.AsSpan()));
    }
}
