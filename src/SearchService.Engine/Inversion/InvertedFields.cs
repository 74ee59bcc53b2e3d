using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Engine.Inversion;

/// <summary>The terms of a segment in the making, field by field in the order of names.</summary>
/// <param name="fields">Its indexed fields.</param>
internal sealed class InvertedFields(IReadOnlyDictionary<string, FieldPostings> fields) : Fields
{
    /// <inheritdoc/>
    public override int Count => fields.Count;

    /// <inheritdoc/>
    public override IEnumerator<string> GetEnumerator() => fields.Keys.Order(StringComparer.Ordinal).GetEnumerator();

    /// <inheritdoc/>
    public override Terms? GetTerms(string field) => fields.TryGetValue(field, out var postings) ? new FieldTerms(postings) : null;

    private sealed class FieldTerms(FieldPostings postings) : Terms
    {
        public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

        public override long Count => postings.Terms.Count;

        public override long SumTotalTermFreq => -1;

        public override long SumDocFreq => -1;

        public override int DocCount => postings.Documents;

        public override bool HasFreqs => HasPositions;

        public override bool HasOffsets => false;

        public override bool HasPositions => postings.Options == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;

        public override bool HasPayloads => false;

        public override TermsEnum GetEnumerator() => new InvertedTerms(postings.InOrder());
    }
}
