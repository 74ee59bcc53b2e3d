using System.Runtime.InteropServices;

namespace SearchService.Engine.Postings;

/// <summary>A word in a field, as <see cref="WordIndex"/> keeps it.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct WordRecord(ulong Hash, long Documents, long Positions, int Count, int FirstBlock, int Field) : IComparable<WordRecord>
{
    /// <summary>Bytes of one.</summary>
    public const int Bytes = 36;

    /// <summary>Where its postings are.</summary>
    public WordPlace Place => new(Documents, Positions, Count, FirstBlock);

    /// <inheritdoc/>
    public int CompareTo(WordRecord other) => Hash != other.Hash ? Hash.CompareTo(other.Hash) : Field.CompareTo(other.Field);
}
