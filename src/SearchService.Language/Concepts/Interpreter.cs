using SearchService.Language.Alignment;
using SearchService.Language.Correction;
using SearchService.Language.Lexicon;
using SearchService.Language.Stemming;
using SearchService.Language.Tokenization;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Concepts;

/// <summary>Reads query words: the words of the archive that can answer them, with weight and reason. Safe for many threads.</summary>
public sealed class Interpreter
{
    private readonly Vocabulary _vocabulary;
    private readonly Readings? _readings;
    private readonly LexiconsInUse? _lexicons;

    /// <summary>Reads with the words of an archive.</summary>
    /// <param name="words">The words.</param>
    public Interpreter(Vocabulary words)
        : this(words, null)
    {
    }

    /// <summary>The words read with.</summary>
    public Vocabulary Vocabulary => _vocabulary;

    /// <summary>Says which word was probably meant by one that the archive does not hold.</summary>
    public Corrector Corrector { get; }

    /// <summary>Reads with the words of an archive, and in the other script and language too.</summary>
    /// <param name="words">The words.</param>
    public static Interpreter Bilingual(Vocabulary words)
    {
        var lexicons = new LexiconsInUse();
        return new(words, new(words, () => lexicons.Tables), lexicons);
    }

    internal Interpreter(Vocabulary words, Readings? readings, LexiconsInUse? lexicons = null)
    {
        (_vocabulary, _readings, _lexicons, _forms) = (words, readings, lexicons, new(words));
        Corrector = new(this);
    }

    /// <summary>What the archive has taught, as far as it is read with.</summary>
    public LearntLexicon Learnt { get; private set; } = LearntLexicon.Empty;

    /// <summary>Reads also by what the archive has taught, in place of what it had taught before; searches that are under way may see either.</summary>
    /// <param name="learnt">What it has taught.</param>
    public void Use(LearntLexicon learnt)
    {
        ArgumentNullException.ThrowIfNull(learnt);
        Learnt = learnt;
        _lexicons?.Use(learnt);
        _readings?.Use(learnt.Channel.Count == 0 ? Channel.Default : Channel.Parse(learnt.Channel));
        // Last: what a search under way reads by the former is kept where nobody looks for it.
        _rows = new(MostRemembered);
    }

    /// <summary>Forgets the words it has read: each is read anew when it is next asked for.</summary>
    public void Forget()
    {
        _words.Clear();
        _rows.Clear();
        _readings?.Forget();
    }

    /// <summary>The lexicons' renderings of a word in either language, or all of them.</summary>
    /// <param name="word">An English word or phrase, or a Hindi one; null for all.</param>
    /// <param name="learntOnly">Only what the archive has taught.</param>
    public IEnumerable<LearntEntry> Renderings(string? word, bool learntOnly) => _lexicons?.Renderings(word, learntOnly) ?? [];

    /// <summary>The most forms of a concept.</summary>
    public const int MaxForms = 64;

    private const float LeastInPhrase = 0.6f;
    private const int MostInPhrase = 4;

    /// <summary>Most forms of all the words and rows that are remembered, each: some 4 MB in all.</summary>
    private const int MostRemembered = 1 << 15;

    private readonly Remembered<string, Concept> _words = new(MostRemembered);
    private volatile Remembered<string, Concept[]> _rows = new(MostRemembered);
    private readonly WordForms _forms;

    /// <summary>The word with its other spellings and its inflections, as far as the vocabulary holds them.</summary>
    /// <param name="word">One word in any spelling; of several the first counts.</param>
    public Concept Interpret(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var version = _vocabulary.Version;
        if (_words.TryGet(word, version, out var known))
            return known;
        var form = FormOf(word);
        var forms = new FormSet(_vocabulary, form);
        _forms.AddTo(forms, form);
        var concept = forms.ToConcept(MaxForms);
        _words.Put(word, version, concept, concept.Forms.Count);
        return concept;
    }

    /// <summary>The words of a row, each with its other spellings and inflections and with its readings in the other script and language.</summary>
    /// <param name="row">Words that stand side by side in the query, as the tokenizer gives them.</param>
    public IReadOnlyList<Concept> Interpret(IReadOnlyList<string> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        // Before anything else: what is read by a lexicon or a vocabulary that has changed meanwhile is not found again.
        var (rows, version, asked) = (_rows, _vocabulary.Version, row.Count == 1 ? row[0] : string.Join(' ', row));
        if (rows.TryGet(asked, version, out var known))
            return known;
        var concepts = new Concept[row.Count];
        for (var at = 0; at < concepts.Length; at++)
        {
            concepts[at] = Interpret(row[at]);
            if (_readings is null || StopWords.Contains(row[at]))
                continue;
            var forms = new FormSet(_vocabulary, concepts[at].Word);
            foreach (var form in concepts[at].Forms)
                forms.Add(form.Text, form.Weight, form.Reason);
            _readings.Of(row, at, (text, weight, reason, rendering) => AddReading(text, weight, reason, rendering, forms));
            concepts[at] = forms.ToConcept(MaxForms);
        }

        rows.Put(asked, version, concepts, concepts.Sum(concept => concept.Forms.Count));
        return concepts;
    }

    /// <summary>The word as printed and nothing else.</summary>
    public static Concept Exact(string word)
    {
        var form = FormOf(word);
        return new(form, [new(form, Weights.Exact, FormReason.Exact)]);
    }

    /// <summary>The words of the vocabulary that begin with <paramref name="prefix"/>, most counted first.</summary>
    /// <param name="prefix">The beginning of a word.</param>
    /// <param name="limit">The most forms.</param>
    public Concept Prefix(string prefix, int limit = MaxForms)
    {
        var form = FormOf(prefix);
        List<ConceptForm> forms = [new(form, Weights.Exact, FormReason.Exact)];
        foreach (var found in _vocabulary.WithPrefix(form, limit))
        {
            if (found != form && forms.Count < limit)
                forms.Add(new ConceptForm(found, Weights.Prefix, FormReason.Prefix));
        }
        return new Concept(form, forms);
    }

    private void AddReading(string text, float weight, FormReason reason, Rendering rendering, FormSet forms)
    {
        if (!text.Contains(' ', StringComparison.Ordinal))
        {
            // A word of content is answered by no word of grammar but the one it is called, and by that as it stands.
            var asGrammar = StopWords.Contains(text);
            foreach (var form in Interpret(text).Forms)
            {
                if (_vocabulary.CountOf(form.Text) == 0)
                    continue;
                if (form.Text == text)
                    forms.Add(form.Text, weight * (asGrammar ? Readings.AlsoGrammar : 1), reason, rendering);
                else if (!asGrammar && !StopWords.Contains(form.Text))
                    forms.Add(form.Text, weight * form.Weight, reason, rendering);
            }

            return;
        }

        // Of a rendering in several words the last is inflected; before it का becomes के.
        var words = text.Split(' ');
        if (!Array.TrueForAll(words[..^1], word => _vocabulary.CountOf(word) > 0))
            return;
        var first = string.Join(' ', words[..^1]);
        var taken = 0;
        foreach (var form in Interpret(words[^1]).Forms)
        {
            if (form.Weight < LeastInPhrase || taken == MostInPhrase)
                break;
            if (_vocabulary.CountOf(form.Text) == 0)
                continue;
            taken++;
            forms.Add($"{first} {form.Text}", weight * form.Weight, reason, rendering);
            if (words.Contains("का"))
                forms.Add($"{first.Replace(" का", " के", StringComparison.Ordinal)} {form.Text}", weight * form.Weight, reason, rendering);
        }
    }

    private static string FormOf(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var reader = new WordReader();
        reader.Reset(word);
        return reader.MoveNext() ? reader.Form.ToString() : word;
    }
}
