using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchService.Articles;

namespace SearchService.Engine.Storage;

/// <summary>
/// What could not be read, one JSON object a line: time, file, line, reason, source. The same refusal is kept once, with the time of
/// its first occurrence, however often a source is indexed again. Two files of a bounded size.
/// </summary>
internal sealed class RefusalLog : IDisposable
{
    private readonly string _path;
    private readonly long _mostBytes;
    private readonly HashSet<UInt128> _known = [];
    private readonly Lock _gate = new();
    private StreamWriter? _writer;

    /// <summary>Names the file; it is opened with the first refusal.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">Size at which it becomes <c>refusals.1.jsonl</c> and a new one is begun.</param>
    public RefusalLog(string path, long mostBytes = 64 << 20) => (_path, _mostBytes) = (path, mostBytes);

    private string FormerPath => Path.ChangeExtension(_path, ".1.jsonl");

    /// <summary>Keeps a refusal.</summary>
    public void Add(ReadFailure failure)
    {
        lock (_gate)
        {
            if (_writer is null)
                Open();
            if (!_known.Add(KeyOf(failure.File, failure.Line, failure.Reason)))
                return;
            if (_writer!.BaseStream.Position > _mostBytes)
                Rotate();
            var line = new Refusal(DateTimeOffset.UtcNow, failure.File, failure.Line, failure.Reason, failure.Source);
            _writer.WriteLine(JsonSerializer.Serialize(line, RefusalJson.Relaxed.Refusal));
        }
    }

    /// <summary>Hands what was kept to the file.</summary>
    public void Flush()
    {
        lock (_gate)
            _writer?.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _writer?.Dispose();
            _writer = null;
        }
    }

    private void Open()
    {
        Learn(FormerPath);
        Learn(_path);
        var cut = EndsInMidLine();
        _writer = new StreamWriter(new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read), new UTF8Encoding(false));
        if (cut)
            _writer.WriteLine();
    }

    private bool EndsInMidLine()
    {
        if (!File.Exists(_path))
            return false;
        using var file = File.OpenRead(_path);
        if (file.Length == 0)
            return false;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }

    private void Rotate()
    {
        _writer!.Dispose();
        File.Move(_path, FormerPath, overwrite: true);
        _known.Clear();
        Open();
    }

    // A line cut short by a crash is not a refusal that is known; it stays in the file.
    private void Learn(string path)
    {
        if (!File.Exists(path))
            return;
        foreach (var line in File.ReadLines(path))
        {
            try
            {
                if (JsonSerializer.Deserialize(line, RefusalJson.Relaxed.Refusal) is { } refusal)
                    _known.Add(KeyOf(refusal.File, refusal.Line, refusal.Reason));
            }
            catch (JsonException)
            {
                continue;
            }
        }
    }

    private static UInt128 KeyOf(string file, int? line, string reason) =>
        XxHash128.HashToUInt128(MemoryMarshal.AsBytes($"{file}\0{line}\0{reason}".AsSpan()));
}

/// <summary>A line of the refusals file.</summary>
internal sealed record Refusal(DateTimeOffset Time, string File, int? Line, string Reason, string? Source);

/// <summary>JSON of the refusals file.</summary>
[JsonSerializable(typeof(Refusal))]
internal sealed partial class RefusalJson : JsonSerializerContext
{
    /// <summary>Devanagari as it is, for people who read the file.</summary>
    public static RefusalJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
