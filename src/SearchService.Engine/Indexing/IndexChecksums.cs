using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace SearchService.Engine.Indexing;

/// <summary>Whether the files of the newest commit are what was written.</summary>
internal static class IndexChecksums
{
    /// <summary>Checks that every file is there and ends as it should: finds what is missing or cut short, in no time.</summary>
    /// <exception cref="IOException">A file is not.</exception>
    public static void VerifyEnds(string folder)
    {
        using var directory = new IndexDirectory(folder);
        foreach (var file in DirectoryReader.ListCommits(directory)[^1].FileNames)
        {
            using var input = directory.OpenInput(file, IOContext.READ_ONCE);
            CodecUtil.RetrieveChecksum(input);
        }
    }

    /// <summary>Reads every file and compares it with its checksum: about a second for 300 MB.</summary>
    /// <exception cref="IOException">A file does not match.</exception>
    public static void Verify(string folder)
    {
        using var directory = new IndexDirectory(folder);
        foreach (var file in DirectoryReader.ListCommits(directory)[^1].FileNames)
        {
            using var input = directory.OpenInput(file, IOContext.READ_ONCE);
            CodecUtil.ChecksumEntireFile(input);
        }
    }
}
