namespace SearchService.Articles.Decoding;

/// <summary>Text of a page, or why its bytes are not text.</summary>
/// <param name="Text">The text as stored, not yet cleaned; null when it could not be decoded.</param>
/// <param name="Line">1-based line of the bytes that could not be decoded.</param>
/// <param name="Reason">What was found and what was expected; null when there is text.</param>
internal readonly record struct DecodedText(string? Text, int? Line = null, string? Reason = null);
