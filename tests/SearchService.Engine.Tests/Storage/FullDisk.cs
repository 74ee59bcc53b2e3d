using System.Diagnostics;
using Xunit;

namespace SearchService.Engine.Tests.Storage;

/// <summary>A disk of its own that is soon full: a file system in memory, where the test may mount one.</summary>
internal sealed class FullDisk : IDisposable
{
    public FullDisk(int megabytes)
    {
        Folder = Directory.CreateTempSubdirectory("disk-").FullName;
        if (!OperatingSystem.IsLinux() || Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", Folder) != 0)
        {
            Directory.Delete(Folder);
            Assert.Skip("A file system of a fixed size can only be mounted by root on Linux.");
        }
    }

    public string Folder { get; }

    /// <summary>Fills what is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Path.Combine(Folder, "ballast"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 1 << 16, 1 << 12, 1 })
        {
            try
            {
                while (true)
                    file.Write(new byte[size]);
            }
            catch (IOException)
            {
                // Full for pieces of this size.
            }
        }
    }

    /// <summary>Makes it larger.</summary>
    public void Grow(int megabytes) => Assert.Equal(0, Run("mount", "-o", $"remount,size={megabytes}m", Folder));

    /// <summary>Frees it again.</summary>
    public void Free() => File.Delete(Path.Combine(Folder, "ballast"));

    public void Dispose()
    {
        if (Run("umount", Folder) == 0)
            Directory.Delete(Folder);
    }

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
