using System.Globalization;

namespace SearchService.Engine.Querying;

/// <summary>Parameters that have a few values, or a number within bounds. The first that is wrong is the problem.</summary>
internal sealed class ParameterChoice
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public RequestProblem? Problem { get; private set; }

    /// <summary>One of an enumeration's members, by its name in camel case; the usual one when it is blank.</summary>
    public T Of<T>(string? written, string name, T usual)
        where T : struct, Enum => Optional<T>(written, name) ?? usual;

    /// <summary>One of an enumeration's members, by its name in camel case; null when it is blank.</summary>
    public T? Optional<T>(string? written, string name)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(written))
            return null;
        var values = Enum.GetValues<T>();
        foreach (var value in values)
        {
            if (NameOf(value).Equals(written.Trim(), StringComparison.OrdinalIgnoreCase))
                return value;
        }

        var names = Array.ConvertAll(values, NameOf);
        Fail(name, written, $"{string.Join(", ", names[..^1])} or {names[^1]}");
        return null;
    }

    /// <summary>A whole number; the usual one when it is blank.</summary>
    public int Number(string? written, string name, int usual, int least, int most)
    {
        if (string.IsNullOrWhiteSpace(written))
            return usual;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        Fail(name, written, $"a whole number from {least} to {most}");
        return usual;
    }

    /// <summary>The name of a member as parameters and answers have it.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private void Fail(string name, string written, string expected) =>
        Problem ??= new("invalid_parameter", $"{name} is \"{(written.Length > 40 ? written[..40] + "…" : written)}\"; expected {expected}.", name);
}
