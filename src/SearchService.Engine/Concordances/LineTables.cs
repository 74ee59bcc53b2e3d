using Lucene.Net.Index;

namespace SearchService.Engine.Concordances;

/// <summary>The tables last made, so that the next page need not find and sort everything again. Thread-safe; bounded by memory.</summary>
internal sealed class LineTables
{
    /// <summary>Most memory that tables are kept in, in bytes; the last one is kept whatever its size.</summary>
    private const long MostBytes = 64L * 1024 * 1024;

    private const int MostTables = 16;

    private readonly Lock _gate = new();
    private readonly LinkedList<(WeakReference<IndexReader> Reader, string Asked, LineTable Table)> _tables = [];

    /// <summary>The table of a question on a snapshot; made when it is not kept.</summary>
    /// <param name="reader">The snapshot's reader, by whose document numbers tables go.</param>
    /// <param name="asked">All that decides which lines there are and in which order.</param>
    /// <param name="make">Makes it.</param>
    public LineTable Get(IndexReader reader, string asked, Func<LineTable> make)
    {
        lock (_gate)
        {
            for (var node = _tables.First; node is not null; node = node.Next)
            {
                if (node.Value.Asked != asked || !node.Value.Reader.TryGetTarget(out var known) || !ReferenceEquals(known, reader))
                    continue;
                _tables.Remove(node);
                _tables.AddFirst(node);
                return node.Value.Table;
            }
        }

        var table = make();
        lock (_gate)
        {
            _tables.AddFirst((new(reader), asked, table));
            while (_tables.Count > 1 && (_tables.Count > MostTables || _tables.Sum(one => one.Table.Size) > MostBytes))
                _tables.RemoveLast();
        }

        return table;
    }
}
