using SearchService.Engine.Storage;
using SearchService.Language.Alignment;

namespace SearchService.Engine.Learning;

/// <summary>Titles and headlines of a store, the newest first: an archive of any size is learnt from in the same time and memory.</summary>
internal static class StoredTitles
{
    /// <summary>Most articles looked at.</summary>
    public const int MostArticles = 2 * TitlePairs.Most;

    private const int Piece = 500;

    /// <summary>Reads them, in pieces, so that no read keeps the write-ahead log from shrinking.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellation">Gives up between pieces.</param>
    public static TitlePairs Read(ArticleStore store, CancellationToken cancellation)
    {
        var pairs = new TitlePairs();
        var before = long.MaxValue;
        for (var read = 0; read < MostArticles && !pairs.IsFull;)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = store.Read(reader => reader.Before(before, Piece));
            if (rows.Count == 0)
                break;
            foreach (var row in rows)
                Add(pairs, row.Payload);
            (before, read) = (rows[^1].Sequence, read + rows.Count);
        }

        return pairs;
    }

    private static void Add(TitlePairs pairs, ArticlePayload payload)
    {
        try
        {
            var (headline, webTitle) = payload.ReadTitles();
            pairs.Add(webTitle, headline);
        }
        catch (InvalidDataException)
        {
            // A damaged article teaches nothing; whoever verifies the archive is told of it.
        }
    }
}
