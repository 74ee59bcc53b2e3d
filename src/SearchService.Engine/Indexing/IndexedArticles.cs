using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Lucene.Net.Index;

namespace SearchService.Engine.Indexing;

/// <summary>The articles that a committed index holds, to be compared with the store: 16 bytes and a bit for each.</summary>
internal sealed class IndexedArticles
{
    private static readonly HashSet<string> IdOnly = [IndexFields.Id];

    private readonly long[] _sequences;
    private readonly ulong[] _ids;
    private readonly bool[] _taken;

    private IndexedArticles(long generation, long[] sequences, ulong[] ids, List<string> problems)
    {
        Array.Sort(sequences, ids);
        (Generation, _sequences, _ids, Problems) = (generation, sequences, ids, problems);
        _taken = new bool[sequences.Length];
        Left = sequences.Length;
    }

    /// <summary>Sequence number of the last change it holds.</summary>
    public long Generation { get; }

    /// <summary>Articles not yet taken.</summary>
    public int Left { get; private set; }

    /// <summary>What is wrong with it by itself.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Reads the newest commit.</summary>
    public static IndexedArticles Read(string folder, CancellationToken cancellation)
    {
        var sequences = new List<long>();
        var ids = new List<ulong>();
        var seen = new HashSet<ulong>();
        var problems = new List<string>();
        using var directory = Open(folder);
        using var reader = DirectoryReader.Open(directory);
        foreach (var (sequence, id) in Articles(reader))
        {
            cancellation.ThrowIfCancellationRequested();
            sequences.Add(sequence);
            ids.Add(HashOf(id));
            if (!seen.Add(ids[^1]))
                problems.Add($"Index: article {id} is in it more than once.");
        }

        var generation = IndexStamp.Of(reader.IndexCommit)?.Generation ?? 0;
        if (sequences.Count > 0 && sequences.Max() is var last && last > generation)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Index: it holds change {last}, after its generation {generation}."));
        return new(generation, [.. sequences], [.. ids], problems);
    }

    /// <summary>Takes an article off the list; false when it is not on it.</summary>
    public bool Take(long sequence, string id)
    {
        if (Untaken(sequence, id) is not { } at)
            return false;
        _taken[at] = true;
        Left--;
        return true;
    }

    /// <summary>The articles not taken.</summary>
    public IEnumerable<(long Sequence, string Id)> Leftovers(string folder)
    {
        using var directory = Open(folder);
        using var reader = DirectoryReader.Open(directory);
        foreach (var (sequence, id) in Articles(reader))
        {
            if (Untaken(sequence, id) is not null)
                yield return (sequence, id);
        }
    }

    // In a damaged index several articles may have one sequence number.
    private int? Untaken(long sequence, string id)
    {
        var at = Array.BinarySearch(_sequences, sequence);
        while (at > 0 && _sequences[at - 1] == sequence)
            at--;
        for (var hash = HashOf(id); at >= 0 && at < _sequences.Length && _sequences[at] == sequence; at++)
        {
            if (_ids[at] == hash && !_taken[at])
                return at;
        }

        return null;
    }

    private static IndexDirectory Open(string folder) => new(folder);

    private static ulong HashOf(string id) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(id.AsSpan()));

    private static IEnumerable<(long Sequence, string Id)> Articles(DirectoryReader reader)
    {
        foreach (var leaf in reader.Leaves)
        {
            var segment = leaf.AtomicReader;
            var live = segment.LiveDocs;
            var sequences = segment.GetNumericDocValues(IndexFields.Sequence);
            for (var document = 0; document < segment.MaxDoc; document++)
            {
                if (live is not null && !live.Get(document))
                    continue;
                yield return (sequences?.Get(document) ?? 0, segment.Document(document, IdOnly).Get(IndexFields.Id, CultureInfo.InvariantCulture));
            }
        }
    }
}
