using System.IO.Hashing;
using System.Text;
using Lucene.Net.Index;

namespace SearchService.Engine.Stories;

/// <summary>
/// The stories of a committed state of the index, in a file inside the index's folder, so that opening need not find them anew from the signatures
/// (some 13 µs an article). It has the name of the state and a checksum (XXH3); one that is missing, damaged, of another version or of another
/// state is of no use: the stories are then found in the background. Written when an archive is closed. One thread at a time.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class StoriesFile(string path)
{
    /// <summary>Name of the file in the index's folder; Lucene leaves alone what is not named as its own files are.</summary>
    public const string Name = "stories.numbers";

    // The number is the version of the form and of the rule by which articles are copies.
    private const string Kind = "stories 1";
    private const int Checksum = 8;

    /// <summary>Reads the stories of a state; null when the file does not have them.</summary>
    /// <param name="reader">The state's reader.</param>
    /// <param name="state">The state's name.</param>
    public SnapshotStories? TryRead(DirectoryReader reader, string state)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length < Checksum || XxHash3.HashToUInt64(bytes.AsSpan(..^Checksum)) != BitConverter.ToUInt64(bytes.AsSpan(bytes.Length - Checksum)))
                return null;
            using var file = new BinaryReader(new MemoryStream(bytes, 0, bytes.Length - Checksum), Encoding.UTF8);
            return file.ReadString() == Kind && file.ReadString() == state ? Read(file, reader) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps the stories of a state. A disk that is full costs the file, nothing else.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="stories">Its stories.</param>
    public void Write(string state, SnapshotStories stories)
    {
        try
        {
            var content = new MemoryStream();
            using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
                Write(writer, state, stories);
            var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
            var fresh = path + ".new";
            using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(bytes);
                file.Write(BitConverter.GetBytes(XxHash3.HashToUInt64(bytes)));
            }

            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It is made again when the archive is next closed.
        }
    }

    // Most articles are alone: of each segment the others' places are written, with the numbers of their stories.
    private static void Write(BinaryWriter file, string state, SnapshotStories stories)
    {
        file.Write(Kind);
        file.Write(state);
        file.Write(stories.Highest);
        foreach (var numbers in stories.Segments.Select(segment => segment.Numbers))
        {
            file.Write(numbers.Count(number => number > 0));
            for (var document = 0; document < numbers.Length; document++)
            {
                if (numbers[document] <= 0)
                    continue;
                file.Write(document);
                file.Write(numbers[document]);
            }
        }
    }

    private static SnapshotStories Read(BinaryReader file, DirectoryReader reader)
    {
        var highest = file.ReadInt32();
        var segments = new SegmentStories[reader.Leaves.Count];
        for (var leaf = 0; leaf < segments.Length; leaf++)
        {
            var numbers = new int[reader.Leaves[leaf].AtomicReader.MaxDoc];
            for (var left = file.ReadInt32(); left > 0; left--)
                numbers[file.ReadInt32()] = file.ReadInt32();
            segments[leaf] = new(numbers);
        }

        return new([.. reader.Leaves], segments, highest);
    }
}
