using System.Globalization;
using BenchmarkDotNet.Reports;

namespace SearchService.Benchmarks.Kernels;

/// <summary>What was measured in one run as the Markdown table of docs/BENCHMARKS.md.</summary>
internal static class KernelTable
{
    /// <summary>Writes a row for each kernel that was run; of one that failed, that it did. Nothing where none was run.</summary>
    /// <returns>Whether none failed.</returns>
    public static bool Write(IEnumerable<Summary> summaries, TextWriter writer)
    {
        var (any, failed) = (false, false);
        foreach (var summary in summaries)
        {
            foreach (var benchmark in summary.BenchmarksCases)
            {
                if (!any)
                    writer.WriteLine("\n| kernel | of | time | error | allocated |\n|---|---|---|---|---|");
                any = true;
                var name = $"{benchmark.Descriptor.WorkloadMethodDisplayInfo.Trim('\'')} | {string.Join(", ", benchmark.Parameters.Items.Select(Of))}";
                if (summary[benchmark] is { ResultStatistics: { } times } report)
                {
                    writer.WriteLine($"| {name} | {Time(times.Mean)} | {Time(times.ConfidenceInterval.Margin)} | {Bytes(report.GcStats.GetBytesAllocatedPerOperation(benchmark))} |");
                    continue;
                }

                writer.WriteLine($"| {name} | failed | | |");
                failed = true;
            }
        }

        return !failed;
    }

    private static string Of(BenchmarkDotNet.Parameters.ParameterInstance parameter) =>
        string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} {parameter.Value}");

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0.0} ns"),
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3:0.00} µs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.00} ms"),
    };

    private static string Bytes(long? bytes) => bytes is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:N0} B") : "";
}
