namespace SearchService.Engine.Stories;

/// <summary>
/// Finds texts by the keys of their signatures: locality-sensitive hashing (Indyk and Motwani, 1998) with one key a band, since two texts that
/// share a third of their shingles have any one key in common with that probability, and one of 16 nearly always. Buckets hold eight texts; of a
/// key that more have, and which therefore tells little, the newest are found. Memory is bounded so: 128 to 256 bytes a text.
/// </summary>
internal sealed class KeyTable
{
    private const int BucketSize = 8;
    private const int FirstBuckets = 1 << 8;

    // Texts by number and one; 0 is free.
    private int[] _slots = new int[FirstBuckets * BucketSize];
    private int _texts;

    /// <summary>Most texts that <see cref="Find"/> finds.</summary>
    public const int MostFound = Signature.Keys * BucketSize;

    /// <summary>Whether room has to be made before another text is added.</summary>
    public bool IsFull => _texts * Signature.Keys * 2 > _slots.Length;

    /// <summary>Makes room: it is empty then.</summary>
    public void Grow()
    {
        _slots = new int[_slots.Length * 2];
        _texts = 0;
    }

    /// <summary>Adds a text. Later ones have higher numbers.</summary>
    public void Add(int text, ReadOnlySpan<byte> signature)
    {
        _texts++;
        for (var key = 0; key < Signature.Keys; key++)
        {
            if (Signature.KeyOf(signature, key) is 0)
                continue;
            var bucket = Bucket(signature, key);
            var at = 0;
            // A free slot, which is below all texts, or that of the oldest.
            for (var slot = 1; slot < bucket.Length; slot++)
                at = bucket[slot] < bucket[at] ? slot : at;
            bucket[at] = text + 1;
        }
    }

    /// <summary>Takes a text out.</summary>
    public void Remove(int text, ReadOnlySpan<byte> signature)
    {
        _texts--;
        for (var key = 0; key < Signature.Keys; key++)
        {
            if (Signature.KeyOf(signature, key) is not 0 && Bucket(signature, key) is var bucket && bucket.IndexOf(text + 1) is >= 0 and var at)
                bucket[at] = 0;
        }
    }

    /// <summary>The texts that share a key, perhaps; those that share several as often.</summary>
    /// <returns>How many were written.</returns>
    public int Find(ReadOnlySpan<byte> signature, Span<int> found)
    {
        var count = 0;
        for (var key = 0; key < Signature.Keys; key++)
        {
            if (Signature.KeyOf(signature, key) is 0)
                continue;
            foreach (var text in Bucket(signature, key))
            {
                if (text > 0)
                    found[count++] = text - 1;
            }
        }

        return count;
    }

    private Span<int> Bucket(ReadOnlySpan<byte> signature, int key)
    {
        var hash = (Signature.KeyOf(signature, key) + ((ulong)key << 32)) * 0x9E3779B97F4A7C15;
        var bucket = (int)((hash >> 32) * (ulong)(_slots.Length / BucketSize) >> 32);
        return _slots.AsSpan(bucket * BucketSize, BucketSize);
    }
}
