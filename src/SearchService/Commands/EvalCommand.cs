using System.CommandLine;
using System.Globalization;
using System.Text;
using SearchService.Engine.Evaluation;

namespace SearchService.Commands;

/// <summary><c>eval</c>: measures the ranking against judged topics, or concepts against a list of lemmas.</summary>
internal static class EvalCommand
{
    private static readonly Option<string?> Topics = FileOption("--topics", "Topics, a line each: qid<TAB>query.");
    private static readonly Option<string?> QrelsFile = FileOption("--qrels", "Judgments in TREC's format: qid 0 docid relevance.");
    private static readonly Option<string?> RunFile = FileOption("--run", "Where the rankings are written, in TREC's format.");
    private static readonly Option<string?> Lemmas = FileOption("--lemmas", "Forms and their lemmas, a line each: form<TAB>lemma. Needs no archive.");

    private static readonly Option<string?> Transliterations = FileOption("--transliterations", "Words in Latin letters and the Devanagari words they stand for, a line each: latin<TAB>devanagari. Needs no archive.");
    private static readonly Option<string?> Misspellings = FileOption("--misspellings", "Misspelt words and the words meant, a line each: misspelt<TAB>right; the same word twice is a right one, which ought to be left alone. Needs no archive.");
    private static readonly Option<string?> Coverage = FileOption("--coverage", "English text, of whose words the share is wanted that has a rendering. Needs no archive.");
    private static readonly Option<string?> Vocabulary = FileOption("--vocabulary", "The words searched among, a line each: word<TAB>count.");

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var command = new Command("eval", "Measures relevance (--topics and --qrels), conflation (--lemmas), transliteration (--transliterations and --vocabulary), spelling correction (--misspellings and --vocabulary) or the lexicon (--coverage and --vocabulary).")
        {
            Topics, QrelsFile, RunFile, CommonOptions.Readings, Lemmas, Transliterations, Misspellings, Coverage, Vocabulary, CommonOptions.AsJson,
        };
        command.Validators.Add(result =>
        {
            bool[] withWords = [Given(Transliterations), Given(Misspellings), Given(Coverage)];
            bool[] given = [Given(Topics), Given(Lemmas), .. withWords];
            if (given[0] != Given(QrelsFile) || withWords.Contains(true) != Given(Vocabulary) || given.Count(one => one) != 1)
                result.AddError("Expected --topics FILE --qrels FILE, or --lemmas FILE, or one of --transliterations, --misspellings and --coverage FILE with --vocabulary FILE.");

            bool Given(Option<string?> option) => result.GetValue(option) is not null;
        });
        command.Does(terminal, (parsed, cancellation) => parsed.GetValue(Lemmas) is { } lemmas
            ? MeasureConflation(parsed, lemmas, terminal)
            : parsed.GetValue(Transliterations) is { } pairs ? MeasureTransliteration(parsed, pairs, terminal)
            : parsed.GetValue(Misspellings) is { } misspelt ? MeasureCorrection(parsed, misspelt, terminal)
            : parsed.GetValue(Coverage) is { } text ? MeasureCoverage(parsed, text, terminal) : MeasureRelevance(parsed, terminal, cancellation));
        return command;
    }

    private static int MeasureRelevance(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var topics = JudgedTopics.Read(parsed.GetValue(Topics)!, parsed.GetValue(QrelsFile)!);
        using var archive = parsed.OpenForReading();
        using var run = parsed.GetValue(RunFile) is { } file ? new StreamWriter(file, append: false, new UTF8Encoding(false)) : null;
        var report = RelevanceEvaluation.Run(archive, topics, parsed.GetValue(CommonOptions.Readings), run, cancellation);
        var measures = report.Measures;
        var worst = report.Worst.Select(topic =>
            string.Create(CultureInfo.InvariantCulture, $"{topic.Rank?.ToString(CultureInfo.InvariantCulture) ?? "-",4}  {topic.Id}  {Printable.Line(topic.Query)}"));
        return Print(
            parsed,
            terminal,
            measures,
            [$"{report.WithoutHit} without a hit, {report.Unjudged} without a judgment, {report.Refused} refused", .. worst],
            ("queries", FigureTable.Count(measures.Queries)),
            ("success@1", FigureTable.Share(measures.SuccessAt1)),
            ("MRR@10", FigureTable.Share(measures.MrrAt10)),
            ("nDCG@10", FigureTable.Share(measures.NdcgAt10)),
            ("recall@10", FigureTable.Share(measures.RecallAt10)),
            ("recall@100", FigureTable.Share(measures.RecallAt100)));
    }

    private static int MeasureConflation(ParseResult parsed, string lemmas, Terminal terminal)
    {
        var report = ConflationEvaluation.Run(lemmas);
        return Print(
            parsed,
            terminal,
            report,
            [],
            ("forms", FigureTable.Count(report.Forms)),
            ("recall", FigureTable.Share(report.Recall)),
            ("precision", FigureTable.Share(report.Precision)));
    }

    private static int MeasureTransliteration(ParseResult parsed, string pairs, Terminal terminal)
    {
        var report = TransliterationEvaluation.Run(pairs, parsed.GetValue(Vocabulary)!);
        return Print(
            parsed,
            terminal,
            report,
            [.. report.Worst.Select(Printable.Line)],
            ("words", FigureTable.Count(report.Words)),
            ("vocabulary", FigureTable.Count(report.Vocabulary)),
            ("first", FigureTable.Share(report.FirstAt1)),
            ("first five", FigureTable.Share(report.FirstAt5)),
            ("median µs", FigureTable.Count((int)report.MedianUs)),
            ("MB", FigureTable.Count((int)report.Megabytes)));
    }

    private static int MeasureCorrection(ParseResult parsed, string misspelt, Terminal terminal)
    {
        var report = CorrectionEvaluation.Run(misspelt, parsed.GetValue(Vocabulary)!);
        return Print(
            parsed,
            terminal,
            report,
            [.. report.Worst.Select(Printable.Line)],
            ("words", FigureTable.Count(report.Words)),
            ("vocabulary", FigureTable.Count(report.Vocabulary)),
            ("read", FigureTable.Share(report.Read)),
            ("first", FigureTable.Share(report.FirstAt1)),
            ("first three", FigureTable.Share(report.FirstAt3)),
            ("right words", FigureTable.Count(report.RightWords)),
            ("corrected", FigureTable.Share(report.RightCorrected)),
            ("rare doubted", FigureTable.Share(report.RareDoubted)),
            ("median µs", FigureTable.Count((int)report.MedianUs)),
            ("p95 µs", FigureTable.Count((int)report.P95Us)));
    }

    private static int MeasureCoverage(ParseResult parsed, string text, Terminal terminal)
    {
        var report = CoverageEvaluation.Run(text, parsed.GetValue(Vocabulary)!);
        return Print(
            parsed,
            terminal,
            report,
            [$"without: {Printable.Line(string.Join(' ', report.Without))}"],
            ("words", FigureTable.Count(report.Words)),
            ("vocabulary", FigureTable.Count(report.Vocabulary)),
            ("by lexicon", FigureTable.Share(report.ByLexicon)),
            ("by sound", FigureTable.Share(report.BySound)),
            ("covered", FigureTable.Share(report.Covered)));
    }

    /// <summary>Prints a report as JSON, or as a table of its figures with lines below it.</summary>
    private static int Print(ParseResult parsed, Terminal terminal, object report, IReadOnlyList<string> below, params (string Name, string Figure)[] figures)
    {
        if (parsed.GetValue(CommonOptions.AsJson))
        {
            terminal.WriteJson(report);
            return ExitCode.Done;
        }

        FigureTable.Print(terminal, figures);
        foreach (var line in below)
            terminal.Out.WriteLine(line);
        return ExitCode.Done;
    }

    private static Option<string?> FileOption(string name, string description) => new(name) { Description = description, HelpName = "FILE" };
}
