using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace SearchService.Language.Concepts;

/// <summary>
/// Answers kept for what is asked again, each as long as what it was made from has not changed. Bounded: answers weigh something, and of two halves the
/// older is given up when the younger is full; what is asked of the older moves on. Safe for many threads.
/// </summary>
/// <param name="most">The most that all answers weigh together.</param>
public sealed class Remembered<TKey, TAnswer>(int most)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private volatile Half _younger = new();
    private volatile Half _older = new();

    /// <summary>The answer to a question, if it is kept and was made at this version.</summary>
    public bool TryGet(TKey question, long version, [MaybeNullWhen(false)] out TAnswer answer)
    {
        if (_younger.Answers.TryGetValue(question, out var kept) && kept.Version == version)
        {
            answer = kept.Answer;
            return true;
        }

        if (_older.Answers.TryGetValue(question, out kept) && kept.Version == version)
        {
            answer = kept.Answer;
            Put(question, version, answer, kept.Weight);
            return true;
        }

        answer = default;
        return false;
    }

    /// <summary>Keeps an answer; one that is a good part of the whole is not worth it.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="version">Of what the answer was made from, read before it was made.</param>
    /// <param name="answer">The answer; shared from now on, so it must not change.</param>
    /// <param name="weight">What it weighs, at least 1.</param>
    public void Put(TKey question, long version, TAnswer answer, int weight)
    {
        if (weight > most / 8)
            return;
        var half = _younger;
        half.Answers[question] = (version, answer, weight);
        if (Interlocked.Add(ref half.Weight, weight) <= most / 2)
            return;
        lock (_gate)
        {
            if (_younger != half)
                return;
            _older = half;
            _younger = new();
        }
    }

    /// <summary>Forgets all answers.</summary>
    public void Clear()
    {
        lock (_gate)
            (_younger, _older) = (new(), new());
    }

    private sealed class Half
    {
        public readonly ConcurrentDictionary<TKey, (long Version, TAnswer Answer, int Weight)> Answers = new();
        public int Weight;
    }
}
