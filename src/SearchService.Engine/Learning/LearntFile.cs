using System.Globalization;
using System.IO.Hashing;
using System.Text;
using SearchService.Language.Alignment;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Learning;

/// <summary>What was learnt, with the state of the store it was learnt from.</summary>
/// <param name="Store">Identity of the store.</param>
/// <param name="Generation">Sequence number of the last change that was learnt from.</param>
/// <param name="Lexicon">What was learnt.</param>
internal sealed record LearntState(string Store, long Generation, LearntLexicon Lexicon);

/// <summary>
/// The file in which what was learnt is kept beside the index: a line that says what it is, a line for each rendering, the lines of the
/// letter channel, and a checksum of all before (XXH3). Written whole and renamed into place, so that a reader sees the former or the new one.
/// </summary>
internal static class LearntFile
{
    /// <summary>Version of the file's form and of the learning: one of another version is learnt anew.</summary>
    public const int Version = 1;

    private const string Kind = "learnt";
    private const char Tab = '\t';
    private const int ChecksumLength = 17;

    /// <summary>Reads a file.</summary>
    /// <returns>Null where there is none, or it is damaged or of another version: then it is learnt anew.</returns>
    public static LearntState? Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return IsWhole(bytes) ? Parse(Encoding.UTF8.GetString(bytes.AsSpan(0, bytes.Length - ChecksumLength)).Split('\n')) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Writes a file.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public static void Write(string path, LearntState state)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Kind}{Tab}{Version}{Tab}{state.Store}{Tab}{state.Generation}{Tab}{state.Lexicon.Pairs}{Tab}{state.Lexicon.Entries.Count}\n");
        foreach (var (english, rendering) in state.Lexicon.Entries)
            text.Append(CultureInfo.InvariantCulture, $"{english}{Tab}{rendering.Text}{Tab}{rendering.Weight:R}{Tab}{rendering.Reason}{Tab}{rendering.Evidence}\n");
        foreach (var line in state.Lexicon.Channel)
            text.Append(line).Append('\n');
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var fresh = path + ".new";
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(bytes);
            file.Write(Encoding.ASCII.GetBytes(ChecksumOf(bytes)));
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }

    private static bool IsWhole(byte[] bytes) =>
        bytes.Length > ChecksumLength && Encoding.ASCII.GetString(bytes.AsSpan(^ChecksumLength)) == ChecksumOf(bytes.AsSpan(..^ChecksumLength));

    internal static string ChecksumOf(ReadOnlySpan<byte> bytes) => string.Create(CultureInfo.InvariantCulture, $"{XxHash3.HashToUInt64(bytes):x16}\n");

    private static LearntState? Parse(string[] lines)
    {
        var head = lines[0].Split(Tab);
        if (head is not [Kind, var version, var store, var generation, var pairs, var count] || version != Version.ToString(CultureInfo.InvariantCulture))
            return null;
        var entries = new LearntEntry[Number(count)];
        for (var at = 0; at < entries.Length; at++)
        {
            var columns = lines[at + 1].Split(Tab);
            entries[at] = new(columns[0], new(
                columns[1],
                float.Parse(columns[2], CultureInfo.InvariantCulture),
                columns[3] == nameof(FormReason.Transliteration) ? FormReason.Transliteration : FormReason.Translation,
                LearntLexicon.Source,
                Number(columns[4])));
        }

        // The last line is what follows the last line feed.
        return new(store, long.Parse(generation, CultureInfo.InvariantCulture), new(Number(pairs), entries, lines[(entries.Length + 1)..^1]));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
