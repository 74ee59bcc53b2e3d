using SearchService.Language.Evaluation;

namespace SearchService.Engine.Evaluation;

/// <summary>Measures concepts against a list of forms and their lemmas. Needs no archive: the list is the vocabulary.</summary>
public static class ConflationEvaluation
{
    /// <summary>Measures a file of <c>form&lt;TAB&gt;lemma</c> lines; a header, further columns and forms of several words are ignored.</summary>
    /// <param name="lemmasFile">The file, UTF-8.</param>
    /// <exception cref="EvaluationFileException">The file holds fewer than two forms, so that there is no pair to measure.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ConflationReport Run(string lemmasFile)
    {
        var result = Conflation.Measure(File.ReadLines(lemmasFile));
        return result.Forms > 1
            ? new ConflationReport(result.Forms, result.Recall, result.Precision)
            : throw new EvaluationFileException(lemmasFile, 0, "holds no two 'form<TAB>lemma' lines of different forms");
    }
}
