namespace SearchService.Engine.Indexing;

/// <summary>The index takes no more changes until it is opened again; the store has all that was acknowledged.</summary>
internal sealed class ChangesStoppedException(Exception cause) : Exception("The index could not be written: " + cause.Message, cause);
