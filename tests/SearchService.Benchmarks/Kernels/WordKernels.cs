using BenchmarkDotNet.Attributes;
using SearchService.Language.Concepts;
using SearchService.Language.Normalization;
using SearchService.Language.Tokenization;

namespace SearchService.Benchmarks.Kernels;

/// <summary>What a word costs on its way into the index and into a query, but for its readings. Times are for all pages, or all different words, of the sample.</summary>
[MemoryDiagnoser]
public class WordKernels
{
    private readonly Vocabulary _vocabulary = new();
    private readonly char[] _key = new char[256];
    private IReadOnlyList<string> _texts = [];
    private string[] _words = [];

    [GlobalSetup]
    public void Load()
    {
        _texts = SampleTexts.Load();
        foreach (var word in _texts.SelectMany(Words.Of))
            _vocabulary.Add(word.Form, 1);
        _words = [.. _vocabulary.Entries().Select(entry => entry.Word).Where(word => TightFold.MaxLength(word.Length) <= _key.Length)];
    }

    [Benchmark(Description = "text to words")]
    public int Tokenize() => _texts.Sum(text => Words.Of(text).Count);

    [Benchmark(Description = "word to spelling key")]
    public int Fold() => _words.Sum(word => TightFold.Write(word, _key));
}
