namespace SearchService.Engine.Citing;

/// <summary>Where an archive holds an article, for whoever looks a citation up.</summary>
/// <param name="Archive">The archive's name.</param>
/// <param name="Address">The article's permalink: an absolute address.</param>
public sealed record ArchiveLink(string Archive, string Address);
