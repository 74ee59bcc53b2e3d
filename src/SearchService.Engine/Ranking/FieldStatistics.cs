using Lucene.Net.Search;

namespace SearchService.Engine.Ranking;

/// <summary>
/// What BM25 needs to know of each field in one snapshot. As in Lucene 8 and later, only articles that have the field count:
/// neither the average length nor the number of articles is lowered by the many that have no web title.
/// </summary>
internal sealed class FieldStatistics
{
    private readonly float[][] _factors;

    /// <summary>Reads the statistics of a snapshot.</summary>
    public FieldStatistics(IndexSearcher searcher)
    {
        var fields = ScoredField.All;
        Articles = new long[fields.Length];
        _factors = new float[fields.Length][];
        for (var i = 0; i < fields.Length; i++)
        {
            var statistics = searcher.CollectionStatistics(fields[i].Name);
            Articles[i] = Math.Max(0, statistics.DocCount);
            var average = Articles[i] > 0 ? Math.Max(1f, statistics.SumTotalTermFreq / (float)Articles[i]) : 1f;
            _factors[i] = Factors(fields[i], average);
        }
    }

    /// <summary>Articles that have the field, by field number.</summary>
    public long[] Articles { get; }

    /// <summary>By norm byte: what one occurrence in the field counts, weighted and length-normalised. Do not change.</summary>
    public float[] Factor(int field) => _factors[field];

    private static float[] Factors(ScoredField field, float average)
    {
        var factors = new float[256];
        for (var norm = 0; norm < factors.Length; norm++)
            factors[norm] = field.Weight / (1 - field.LengthEffect + (field.LengthEffect * LengthNorm.LengthOf((byte)norm) / average));
        return factors;
    }
}
