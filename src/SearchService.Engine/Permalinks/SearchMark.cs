using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SearchService.Engine.Permalinks;

/// <summary>What a search permalink remembers: the state of the archive it was made on, and how much was found.</summary>
/// <param name="Generation">Sequence number of the last change that the search saw.</param>
/// <param name="Archive">The beginning of the archive's identity, eight digits of base 16: numbers of one archive say nothing of another.</param>
/// <param name="Found">How many articles were found.</param>
public sealed record SearchMark(long Generation, string Archive, long Found)
{
    /// <summary>Digits of the identity that are remembered.</summary>
    internal const int ArchiveDigits = 8;

    /// <summary>The mark as one member of an address: <c>1841.3f2a9c1b.120</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Generation}.{Archive}.{Found}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SearchMark? mark)
    {
        mark = null;
        if (text?.Split('.') is not [var generation, var archive, var found]
            || archive.Length != ArchiveDigits || !archive.All(char.IsAsciiHexDigitLower)
            || !long.TryParse(generation, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            || !long.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        mark = new(sequence, archive, count);
        return true;
    }
}
