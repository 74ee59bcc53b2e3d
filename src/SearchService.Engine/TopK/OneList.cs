using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>A query for one word in one field: its blocks are looked at one after the other, and no sums are needed.</summary>
/// <param name="segment">The segment.</param>
/// <param name="list">The word's postings.</param>
/// <param name="blocks">Their blocks; null where they are few.</param>
/// <param name="few">The postings where they are few.</param>
/// <param name="rarity">Of the concept.</param>
internal sealed class OneList(SegmentView segment, FormList list, WordBlocks? blocks, FewPostings few, float rarity)
{
    /// <summary>Offers those documents of a window that may be among the best.</summary>
    public void Offer(in Window window, ArticleOffers offers)
    {
        foreach (ref readonly var posting in few[window.Number])
            OfferOne(posting.Document, posting.Worth, offers);
        if (blocks is null)
            return;
        var factors = segment.Statistics.Factor(list.Field);
        var norms = segment.Lengths[list.Field]!.Norms;
        var block = -1;
        while (true)
        {
            var least = ConceptQuery.SumFor(rarity, offers.Needed * BagScorer.Slack) * BagScorer.Slack;
            var (from, to) = blocks.ReadNext(window, ref block, least / list.Weight);
            if (from == to)
                return;
            for (var i = from; i < to; i++)
            {
                var document = blocks.Buffers.Documents[i];
                var worth = blocks.Buffers.Frequencies[i] * factors[norms[document]] * list.Weight;
                if (worth >= least)
                    OfferOne(document, worth, offers);
            }
        }
    }

    private void OfferOne(int document, float worth, ArticleOffers offers)
    {
        if (segment.Live?.Get(document) != false)
            offers.Offer(segment, document, ConceptQuery.Score(rarity, list.Weight, worth));
    }
}
