using System.Globalization;
using SearchService.Engine.Indexing;
using Spectre.Console;

namespace SearchService.Commands;

/// <summary>One line that says where long work is.</summary>
internal static class ProgressLine
{
    /// <summary>Shows it while the work runs.</summary>
    public static T Show<T>(IAnsiConsole console, Func<IProgress<ArchiveProgress>, T> work) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .Start(context => work(new Line(context.AddTask("…", maxValue: 1))));

    private static string Describe(ArchiveProgress at)
    {
        var done = string.Create(CultureInfo.InvariantCulture, $"{at.Stage} {at.Done:N0}");
        if (at.Of is { } of)
            done += string.Create(CultureInfo.InvariantCulture, $" of {of:N0}");
        return at.Refused == 0 ? done : done + string.Create(CultureInfo.InvariantCulture, $", {at.Refused:N0} refused");
    }

    private sealed class Line(ProgressTask task) : IProgress<ArchiveProgress>
    {
        public void Report(ArchiveProgress value)
        {
            task.Description = Markup.Escape(Describe(value));
            task.IsIndeterminate = value.Of is null;
            task.MaxValue = Math.Max(1, value.Of ?? 1);
            task.Value = value.Of is null ? 0 : value.Done;
        }
    }
}
