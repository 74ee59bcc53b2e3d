namespace SearchService.Engine.Evaluation;

/// <summary>A line of an evaluation file is not what its format asks for.</summary>
public sealed class EvaluationFileException : Exception
{
    /// <summary>A line that cannot be read.</summary>
    /// <param name="file">The file as the caller named it.</param>
    /// <param name="line">1-based line; 0 when the fault is the file as a whole.</param>
    /// <param name="reason">What was expected and what was found.</param>
    public EvaluationFileException(string file, int line, string reason)
        : base(line > 0 ? $"{file}:{line}: {reason}" : $"{file}: {reason}")
    {
        File = file;
        Line = line;
    }

    /// <summary>The file as the caller named it.</summary>
    public string File { get; }

    /// <summary>1-based line; 0 when the fault is the file as a whole.</summary>
    public int Line { get; }
}
