using SearchService.Engine.Postings;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Indexing;

/// <summary>The words of the archive by hash, kept from one question to the next: only words that are new since are added. Thread-safe.</summary>
internal sealed class ArchiveWords
{
    private readonly Lock _gate = new();
    private WeakReference<Vocabulary>? _of;
    private HashedWords _words = HashedWords.None;

    /// <summary>The words of a vocabulary, all that it has now.</summary>
    public HashedWords Of(Vocabulary vocabulary)
    {
        lock (_gate)
        {
            if (_of?.TryGetTarget(out var known) != true || !ReferenceEquals(known, vocabulary))
                (_of, _words) = (new(vocabulary), HashedWords.None);
            return _words = _words.Count < vocabulary.Count ? _words.With(vocabulary) : _words;
        }
    }
}
