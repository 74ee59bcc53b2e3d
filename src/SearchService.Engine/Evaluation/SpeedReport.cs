using System.Text.Json.Serialization;

namespace SearchService.Engine.Evaluation;

/// <summary>How long searches took.</summary>
/// <param name="Classes">In the order in which the classes first appear.</param>
/// <param name="QueriesPerSecond">Measured searches by wall time, over all threads and classes.</param>
public sealed record SpeedReport(
    [property: JsonPropertyName("classes")] IReadOnlyList<ClassSpeed> Classes,
    [property: JsonPropertyName("queriesPerSecond")] double QueriesPerSecond);

/// <summary>The times of one class, in microseconds: of n sorted times the one at index ⌊n × share⌋, as the Java peer takes it.</summary>
/// <param name="Class">The class's name.</param>
/// <param name="Count">Searches measured.</param>
/// <param name="P50">Median.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="P99">99th percentile.</param>
public sealed record ClassSpeed(
    [property: JsonPropertyName("class")] string Class,
    [property: JsonPropertyName("count")] int Count,
    [property: JsonPropertyName("p50Us")] double P50,
    [property: JsonPropertyName("p95Us")] double P95,
    [property: JsonPropertyName("p99Us")] double P99)
{
    /// <summary>Percentiles of some times.</summary>
    /// <param name="name">The class.</param>
    /// <param name="microseconds">At least one time, in any order; sorted in place.</param>
    internal static ClassSpeed Of(string name, double[] microseconds)
    {
        Array.Sort(microseconds);
        double At(double share) => microseconds[(int)(microseconds.Length * share)];
        return new ClassSpeed(name, microseconds.Length, At(0.5), At(0.95), At(0.99));
    }
}
