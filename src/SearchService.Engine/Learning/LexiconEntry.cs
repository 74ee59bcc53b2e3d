namespace SearchService.Engine.Learning;

/// <summary>A rendering of a word or phrase in the other language.</summary>
/// <param name="English">The English.</param>
/// <param name="Hindi">The Hindi.</param>
/// <param name="Weight">How usual it is, in (0, 1].</param>
/// <param name="Reason">translation, or transliteration for a name or loan word.</param>
/// <param name="Source">seed and cldr come with the product; learnt is from the archive's own titles and headlines.</param>
/// <param name="Evidence">How many articles taught it; 0 for what was not learnt.</param>
public sealed record LexiconEntry(string English, string Hindi, double Weight, string Reason, string Source, int Evidence);
