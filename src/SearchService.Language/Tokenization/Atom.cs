namespace SearchService.Language.Tokenization;

/// <summary>A stretch of text that is one word or one part of a compound.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">Behind the last UTF-16 unit.</param>
/// <param name="Flags">All flags of its units; <see cref="CharKind.Joiner"/> when a unit has to be replaced.</param>
/// <param name="HasIgnorable">True when units have to be dropped.</param>
/// <param name="Kind">The script.</param>
internal readonly record struct Atom(int Start, int End, CharKind Flags, bool HasIgnorable, WordKind Kind);
