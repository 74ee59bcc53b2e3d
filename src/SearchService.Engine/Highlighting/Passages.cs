using SearchService.Engine.Ranking;
using SearchService.Language.Segmentation;

namespace SearchService.Engine.Highlighting;

/// <summary>
/// Chooses what to show of a body: whole sentences in a row, as many as fit, that cover most of the query's concepts; then, if it
/// covers concepts that the first left out, another. What is rare weighs more, and a concept counts once however often it stands there.
/// </summary>
internal static class Passages
{
    /// <summary>Longest passage, in UTF-16 units; a sentence that is longer is cut between words.</summary>
    public const int MostLength = 320;

    /// <summary>Most passages of one body.</summary>
    private const int MostPassages = 3;

    /// <summary>What a further occurrence of a covered concept adds: only enough to break ties.</summary>
    private const double Repetition = 0.05;

    /// <summary>The passages of a text, best first; the opening of the text when nothing is sighted. Empty for an empty text.</summary>
    /// <param name="text">The body.</param>
    /// <param name="sightings">What answered in it, in order of <see cref="Sighting.Start"/>.</param>
    public static List<(int Start, int Length)> Of(string text, List<Sighting> sightings)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var sentences = Sentences.Of(text);
        var windows = Windows(text, sentences, sightings);
        var chosen = new List<(int Start, int Length)>();
        var covered = new HashSet<BoundConcept>();
        while (chosen.Count < MostPassages)
        {
            (int Start, int Length) best = default;
            double most = 0, gain = 0;
            foreach (var window in windows)
            {
                if (chosen.Exists(other => window.Start < other.Start + other.Length && other.Start < window.Start + window.Length))
                    continue;
                var (value, fresh) = Value(window, sightings, covered);
                if (value > most)
                    (best, most, gain) = (window, value, fresh);
            }

            if (gain <= 0)
                break;
            chosen.Add(best);
            foreach (var sighting in Inside(best, sightings))
                covered.Add(sighting.Concept);
        }

        return chosen.Count > 0 ? chosen : [Opening(text, sentences)];
    }

    private static (double Value, double Fresh) Value((int Start, int Length) window, List<Sighting> sightings, HashSet<BoundConcept> covered)
    {
        double value = 0, fresh = 0;
        var here = new Dictionary<BoundConcept, float>(ReferenceEqualityComparer.Instance);
        foreach (var sighting in Inside(window, sightings))
        {
            var worth = sighting.Concept.Rarity + 0.1;
            var before = here.GetValueOrDefault(sighting.Concept);
            if (!covered.Contains(sighting.Concept) && sighting.Weight > before)
                fresh += worth * (sighting.Weight - before);
            here[sighting.Concept] = Math.Max(before, sighting.Weight);
            value += Repetition * worth * sighting.Weight;
        }

        return (value + fresh, fresh);
    }

    private static IEnumerable<Sighting> Inside((int Start, int Length) window, List<Sighting> sightings)
    {
        foreach (var sighting in sightings)
        {
            if (sighting.Start >= window.Start + window.Length)
                yield break;
            if (sighting.Start >= window.Start && sighting.End <= window.Start + window.Length)
                yield return sighting;
        }
    }

    /// <summary>From each sentence that holds a sighting: it and what follows, while that fits.</summary>
    private static List<(int Start, int Length)> Windows(string text, List<(int Start, int Length)> sentences, List<Sighting> sightings)
    {
        var windows = new List<(int Start, int Length)>();
        var next = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            var (start, length) = sentences[i];
            while (next < sightings.Count && sightings[next].Start < start)
                next++;
            if (next == sightings.Count)
                break;
            if (sightings[next].Start >= start + length)
                continue;
            if (length > MostLength)
            {
                for (var j = next; j < sightings.Count && sightings[j].Start < start + length; j++)
                    windows.Add(Cut(text, start, length, sightings[j].Start));
                continue;
            }

            var end = start + length;
            for (var j = i + 1; j < sentences.Count && sentences[j].Start + sentences[j].Length - start <= MostLength; j++)
                end = sentences[j].Start + sentences[j].Length;

            // At the end of the text the room that is left goes to what stands before.
            var from = start;
            for (var j = i - 1; j >= 0 && end == sentences[^1].Start + sentences[^1].Length && end - sentences[j].Start <= MostLength; j--)
                from = sentences[j].Start;
            windows.Add((from, end - from));
        }

        return windows;
    }

    private static (int Start, int Length) Opening(string text, List<(int Start, int Length)> sentences)
    {
        var (start, length) = sentences.Count > 0 ? sentences[0] : (0, text.Length);
        if (length > MostLength)
            return Cut(text, start, length, start);
        var end = start + length;
        foreach (var sentence in sentences)
        {
            if (sentence.Start + sentence.Length - start <= MostLength)
                end = Math.Max(end, sentence.Start + sentence.Length);
        }

        return (start, end - start);
    }

    /// <summary>A stretch of a long sentence around a place, from space to space, or between syllables where there is no space.</summary>
    private static (int Start, int Length) Cut(string text, int start, int length, int around)
    {
        var sentenceEnd = start + length;
        var from = Math.Max(start, around - (MostLength / 4));
        var to = Math.Min(sentenceEnd, from + MostLength);
        if (from > start)
        {
            var space = text.IndexOf(' ', from, around - from);
            from = space >= 0 ? space + 1 : Boundary(text, from);
        }

        if (to < sentenceEnd)
        {
            var space = text.LastIndexOf(' ', to - 1, to - around);
            to = space > around ? space : Boundary(text, to);
        }

        return (from, to - from);
    }

    /// <summary>The last border of syllables at or before a place.</summary>
    private static int Boundary(string text, int at)
    {
        while (at > 0 && !Syllables.IsBoundary(text, at))
            at--;
        return at;
    }
}
