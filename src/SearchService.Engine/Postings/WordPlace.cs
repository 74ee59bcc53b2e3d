namespace SearchService.Engine.Postings;

/// <summary>Where the postings of a word in one field of one segment are.</summary>
/// <param name="Documents">Offset of its first block in the file of blocks.</param>
/// <param name="Positions">Offset of its first block's positions in the file of positions.</param>
/// <param name="Count">Documents that have the word; 0 for a word that is not there.</param>
/// <param name="FirstBlock">Number of its first block in the table of blocks; 0 and without meaning where one block holds all its postings.</param>
internal readonly record struct WordPlace(long Documents, long Positions, int Count, int FirstBlock);
