using System.Globalization;
using System.Text;
using Lucene.Net.Index;
using SearchService.Engine.Inversion;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Indexing;

/// <summary>
/// Keeps a vocabulary at the words of an index: each segment brings its words, with the number of articles that have the word in the
/// field where most do; a segment that has gone takes its own away again. Articles deleted from a segment still count until it is merged.
/// </summary>
internal static class SegmentWords
{
    /// <summary>Longest word in UTF-16 units; there is none longer but in an index that is not ours.</summary>
    private const int MostCharacters = 256;

    /// <summary>Brings a vocabulary from the words of some segments to those of others, reading only the segments that have come or gone.</summary>
    /// <param name="vocabulary">The words; counted so far are those of <paramref name="before"/>.</param>
    /// <param name="before">The segments counted; none at first.</param>
    /// <param name="after">The segments to be counted.</param>
    /// <param name="file">Takes note of what changes; null where nothing is kept.</param>
    public static void Update(Vocabulary vocabulary, DirectoryReader? before, DirectoryReader after, VocabularyFile? file = null)
    {
        var old = before is null ? [] : before.Leaves.ToDictionary(leaf => leaf.AtomicReader.CoreCacheKey, leaf => leaf.AtomicReader);
        var counts = new Counts();
        foreach (var leaf in after.Leaves)
        {
            if (!old.Remove(leaf.AtomicReader.CoreCacheKey))
                counts.Add(leaf.AtomicReader, sign: 1);
        }

        foreach (var gone in old.Values)
            counts.Add(gone, sign: -1);
        counts.AddTo(vocabulary, file);
    }

    /// <summary>A name for the segments of a reader, the same for the same words: the generation they were committed at is part of it.</summary>
    public static string StateOf(DirectoryReader reader, long generation)
    {
        var name = new StringBuilder().Append(generation.ToString(CultureInfo.InvariantCulture));
        foreach (var leaf in reader.Leaves)
            name.Append(CultureInfo.InvariantCulture, $" {((SegmentReader)leaf.AtomicReader).SegmentName}:{leaf.AtomicReader.MaxDoc}");
        return name.ToString();
    }

    /// <summary>By how much the counts of words change; each word is looked up once for a field of a segment.</summary>
    private sealed class Counts
    {
        private readonly TermTable _words = new();
        private Count[] _counts = new Count[1 << 10];
        private int _segment;

        public void Add(AtomicReader segment, int sign)
        {
            _segment++;
            foreach (var field in IndexFields.Text)
            {
                if (segment.GetTerms(field)?.GetEnumerator() is not { } terms)
                    continue;
                while (terms.MoveNext())
                {
                    var word = _words.Add(terms.Term.Bytes.AsSpan(terms.Term.Offset, terms.Term.Length));
                    if (word >= _counts.Length)
                        Array.Resize(ref _counts, _counts.Length * 2);
                    Raise(ref _counts[word], sign, terms.DocFreq);
                }
            }
        }

        public void AddTo(Vocabulary vocabulary, VocabularyFile? file)
        {
            Span<char> form = stackalloc char[MostCharacters];
            foreach (var word in _words.Sorted())
            {
                var net = _counts[word].Net;
                if (net == 0 || !Encoding.UTF8.TryGetChars(_words.Of(word), form, out var length))
                    continue;
                vocabulary.Add(form[..length], net);
                file?.Note(_words.Of(word), net);
            }
        }

        private void Raise(ref Count count, int sign, int articles)
        {
            if (count.Segment != _segment)
                (count.Segment, count.Articles) = (_segment, 0);
            if (articles <= count.Articles)
                return;
            count.Net += sign * (articles - count.Articles);
            count.Articles = articles;
        }
    }

    private struct Count
    {
        public int Net;

        /// <summary>The segment that was last counted, and the articles that have the word there in the field where most do.</summary>
        public int Segment;
        public int Articles;
    }
}
