using System.Runtime.InteropServices;

namespace SearchService.Engine.Postings;

/// <summary>
/// Finds a word of a segment in all its fields by one look: records sorted by the word's hash, and for the first bits of a hash where those
/// records begin. A query may ask for a thousand forms in three fields of every segment, and most of them are not there.
/// </summary>
internal sealed class WordIndex
{
    private readonly PostingsFile _file;
    private readonly long _records;
    private readonly long _buckets;
    private readonly int _count;
    private readonly int _bits;
    private readonly Lock _gate = new();
    private int[]? _inFileOrder;

    /// <summary>Opens the index of a segment.</summary>
    public WordIndex(PostingsFile file)
    {
        var input = file.Input(file.Contents());
        (_file, _records, _buckets) = (file, input.ReadVInt64(), input.ReadVInt64());
        _count = input.ReadVInt32();
        _bits = BucketBits(_count);
    }

    /// <summary>All words of all fields, in the order of their hashes.</summary>
    public ReadOnlySpan<WordRecord> Records => MemoryMarshal.Cast<byte, WordRecord>(_file.From(_records)[..checked(_count * WordRecord.Bytes)]);

    /// <summary>Binary logarithm of the number of buckets for so many records.</summary>
    public static int BucketBits(int records) => Math.Max(1, 31 - int.LeadingZeroCount((records / 2) | 1));

    /// <summary>The bucket of a hash.</summary>
    public static int Bucket(ulong hash, int bits) => (int)(hash >> (64 - bits));

    /// <summary>The places of all records among <see cref="Records"/> in the order in which the words' postings lie in their files. Four bytes a record, kept from the first time on.</summary>
    public int[] InFileOrder
    {
        get
        {
            lock (_gate)
                return _inFileOrder ??= ByOffset();
        }
    }

    /// <summary>Says that a record will soon be read.</summary>
    public void Fetch(int record) => _file.Fetch(_records + ((long)record * WordRecord.Bytes));

    /// <summary>The records of a word, one for each field that has it.</summary>
    public ReadOnlySpan<WordRecord> Find(ulong hash)
    {
        var buckets = MemoryMarshal.Cast<byte, int>(_file.From(_buckets + ((long)Bucket(hash, _bits) * sizeof(int))));
        var records = MemoryMarshal.Cast<byte, WordRecord>(_file.From(_records + ((long)buckets[0] * WordRecord.Bytes)))[..(buckets[1] - buckets[0])];
        var from = 0;
        while (from < records.Length && records[from].Hash < hash)
            from++;
        var to = from;
        while (to < records.Length && records[to].Hash == hash)
            to++;
        return records[from..to];
    }

    private int[] ByOffset()
    {
        var records = Records;
        var (offsets, order) = (new long[records.Length], new int[records.Length]);
        for (var record = 0; record < order.Length; record++)
            (offsets[record], order[record]) = (records[record].Documents, record);
        Array.Sort(offsets, order);
        return order;
    }
}
