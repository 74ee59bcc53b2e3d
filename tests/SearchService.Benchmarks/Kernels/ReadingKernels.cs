using BenchmarkDotNet.Attributes;
using SearchService.Language.Concepts;

namespace SearchService.Benchmarks.Kernels;

/// <summary>What it costs to read a word of a query in both scripts and languages, with the words of an archive that is made here.</summary>
[MemoryDiagnoser]
public class ReadingKernels
{
    private const int MadeUp = 8_000;

    // What the words asked can be answered by: inflections, renderings, what sounds so.
    private static readonly string[] Printed =
    [
        "सरकार", "सरकारी", "सरकारें", "सरकारों", "शरकर", "सर्कल", "मंत्री", "मंत्रियों", "मन्त्री", "मिनिस्टर", "किसान", "किसानों", "अस्पताल", "अस्पतालों", "हॉस्पिटल",
        "पाकिस्तान", "पाकिस्तानी", "government", "minister", "hospital", "farmers", "pakistan",
    ];

    private static readonly string[] Consonants = ["क", "ख", "ग", "च", "ज", "ट", "ड", "त", "द", "न", "प", "ब", "म", "य", "र", "ल", "व", "श", "स", "ह", "क्र", "प्र", "स्त"];
    private static readonly string[] Vowels = ["", "", "ा", "ि", "ी", "ु", "े", "ो", "ं"];
    private static readonly string[] Endings = ["", "", "ों", "ें", "ी", "ा"];

    private readonly Vocabulary _vocabulary = new();
    private Interpreter? _interpreter;
    private string[] _row = [];

    /// <summary>The word asked: romanised, English, Hindi.</summary>
    [Params("sarkar", "minister", "सरकार")]
    public string Word { get; set; } = "";

    /// <summary>Makes the words.</summary>
    /// <exception cref="InvalidOperationException">The word asked is read as nothing but itself.</exception>
    [GlobalSetup]
    public void Load()
    {
        var random = new Random(8);
        foreach (var word in Printed)
            _vocabulary.Add(word, 100 + random.Next(1_000));
        while (_vocabulary.Count < MadeUp)
        {
            var letters = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Of(Consonants, random) + Of(Vowels, random));
            // Few are frequent, most are seldom.
            _vocabulary.Add($"{string.Concat(letters)}{Of(Consonants, random)}{Of(Endings, random)}", 1 + (int)Math.Exp(6 * Math.Pow(random.NextDouble(), 3)));
        }

        _interpreter = Interpreter.Bilingual(_vocabulary);
        _row = [Word];
        if (_interpreter.Interpret(_row)[0].Forms.Count(form => _vocabulary.CountOf(form.Text) > 0) < 2)
            throw new InvalidOperationException($"'{Word}' has no reading.");
    }

    [Benchmark(Description = "word to readings, first asked")]
    public int Interpret()
    {
        // A vocabulary that has changed: nothing that was read with it before is remembered.
        _vocabulary.Add(Printed[0], 0);
        return _interpreter!.Interpret(_row)[0].Forms.Count;
    }

    [Benchmark(Description = "word to readings, asked again")]
    public int InterpretAgain() => _interpreter!.Interpret(_row)[0].Forms.Count;

    private static string Of(string[] parts, Random random) => parts[random.Next(parts.Length)];
}
