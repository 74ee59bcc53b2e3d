using SearchService.Engine.Results;

namespace SearchService.Engine.Comparisons;

/// <summary>Two searches side by side.</summary>
public sealed record CompareResponse
{
    /// <summary>The first search, and what it finds that the second does not.</summary>
    public required ComparedSide First { get; init; }

    /// <summary>The second search, and what it finds that the first does not.</summary>
    public required ComparedSide Second { get; init; }

    /// <summary>What both find.</summary>
    public required ComparedPart Both { get; init; }

    /// <summary>The words that set them apart.</summary>
    public required ComparedWords Words { get; init; }

    /// <summary>Time from query tree to response, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>Sequence number of the last change that the searched snapshot holds.</summary>
    public required long Generation { get; init; }

    /// <summary>Every cut, cap or reinterpretation that happened.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }
}

/// <summary>One of two searches.</summary>
/// <param name="Query">What was asked and how it was read.</param>
/// <param name="Total">How many articles it finds: those it finds alone and those both find.</param>
/// <param name="Alone">What it finds alone.</param>
public sealed record ComparedSide(QueryReading Query, long Total, ComparedPart Alone);

/// <summary>A part of what two searches find.</summary>
/// <param name="Articles">How many articles it has.</param>
/// <param name="Hits">The best of them, best first.</param>
public sealed record ComparedPart(long Articles, IReadOnlyList<Hit> Hits);

/// <summary>
/// The words that set two searches apart, counted exactly over all articles, in headline and body: those used more on one side than on the
/// other by a log-likelihood of at least <paramref name="Least"/>.
/// </summary>
/// <param name="Measure">Always <c>log-likelihood</c> (G²: Dunning 1993, Rayson and Garside 2000).</param>
/// <param name="Least">The least that is listed: 10.83, which chance reaches for one word in a thousand.</param>
/// <param name="Overlap">out: articles that both find are left out; in: they count on both sides. Where a search finds nothing alone, all that it finds is compared, with the warning <c>compared_with_rest</c>.</param>
/// <param name="Spellings">fold: a word with its inflections and other spellings; split: each form alone.</param>
/// <param name="StopWords">out: words of grammar are not listed; in: they are.</param>
/// <param name="MinFrequency">Fewest occurrences of a word on the side it is listed for.</param>
/// <param name="First">What is used more in the first search.</param>
/// <param name="Second">What is used more in the second search.</param>
public sealed record ComparedWords(
    string Measure, double Least, string Overlap, string Spellings, string StopWords, int MinFrequency, KeyWords First, KeyWords Second);

/// <summary>The words that one side uses more than the other.</summary>
/// <param name="Articles">Articles whose words were counted.</param>
/// <param name="Words">Words that they have in all.</param>
/// <param name="Listed">The words, those that set the sides apart most first.</param>
public sealed record KeyWords(long Articles, long Words, IReadOnlyList<KeyWord> Listed);

/// <summary>A word that one side uses more than the other.</summary>
/// <param name="Word">Its most printed form.</param>
/// <param name="Keyness">Log-likelihood: how sure it is that the difference is no chance.</param>
/// <param name="LogRatio">How large the difference is: binary logarithm of the ratio of the frequencies, 1 for twice as often. A word that the other side lacks is taken to occur half a time there.</param>
/// <param name="Count">Occurrences on its side.</param>
/// <param name="PerMillion">The same per million words.</param>
/// <param name="OtherCount">Occurrences on the other side.</param>
/// <param name="OtherPerMillion">The same per million words.</param>
/// <param name="Forms">The forms counted as this word, most printed first.</param>
public sealed record KeyWord(
    string Word, double Keyness, double LogRatio, long Count, double PerMillion, long OtherCount, double OtherPerMillion, IReadOnlyList<KeyWordForm> Forms);

/// <summary>A form of a word.</summary>
/// <param name="Text">As indexed.</param>
/// <param name="Count">Occurrences on the word's side.</param>
/// <param name="OtherCount">Occurrences on the other side.</param>
public sealed record KeyWordForm(string Text, long Count, long OtherCount);
