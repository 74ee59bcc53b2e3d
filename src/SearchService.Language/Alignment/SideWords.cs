using SearchService.Language.Lexicon;
using SearchService.Language.Normalization;
using SearchService.Language.Stemming;

namespace SearchService.Language.Alignment;

/// <summary>
/// The words of one side of the pairs. Forms of one word share a key, under which they are aligned: spellings and number of a Hindi noun, forms of a Hindi verb,
/// spellings and plural of an English one. Words of grammar and what is no word have none.
/// </summary>
internal sealed class SideWords
{
    private const int LeastLetters = 2;
    private const int LeastHindiStem = 3;
    private const int LeastWithoutVowel = 3;

    // Endings of number, gender and case in the tight spelling, longest first, and what stands in their place.
    private static readonly (string Ending, string Instead)[] Endings =
    [
        ("ियों", "ी"), ("ियां", "ी"), ("ाओं", "ा"), ("ाएं", "ा"), ("ुओं", "ू"), ("ुएं", "ू"), ("ों", ""), ("ें", ""), ("े", "ा"),
        ("ए", "या"), ("ई", "या"),
    ];

    // Of a verb: टकराना, टकराया, टकराकर.
    private static readonly string[] VerbEndings = ["ना", "नी", "या", "ता", "ती", "कर"];

    private readonly bool _english;
    private readonly List<string> _forms = [];
    private readonly Dictionary<string, int> _ids = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byForm;
    private readonly List<string> _keys = [];
    private readonly Dictionary<string, int> _keyIds = [];
    private readonly List<string> _firstForms = [];
    private int[] _keyOfForm = [];

    /// <summary>Makes one for the English or the Hindi side.</summary>
    public SideWords(bool english) => (_english, _byForm) = (english, _ids.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>How many keys there are, once grouped.</summary>
    public int Keys => _keys.Count;

    /// <summary>The number of a form, new or known.</summary>
    public int Add(ReadOnlySpan<char> form)
    {
        if (_byForm.TryGetValue(form, out var id))
            return id;
        _forms.Add(form.ToString());
        return _ids[_forms[^1]] = _forms.Count - 1;
    }

    /// <summary>The form of a number.</summary>
    public string FormOf(int id) => _forms[id];

    /// <summary>The key's number of a form, once grouped; -1 for a word of grammar, a number or a word of another script.</summary>
    public int KeyOf(int id) => _keyOfForm[id];

    /// <summary>The key of a number.</summary>
    public string KeyText(int key) => _keys[key];

    /// <summary>The form of a key that came first, as it sounds.</summary>
    public string SoundOf(int key) => _firstForms[key];

    /// <summary>The number of a word's key, or -1 when the pairs do not have it.</summary>
    public int Find(string form) => _keyIds.GetValueOrDefault(KeyOf(form), -1);

    /// <summary>Groups the forms under keys; to be called once all are added, and again after more are.</summary>
    public void Group()
    {
        _keyOfForm = new int[_forms.Count];
        for (var id = 0; id < _forms.Count; id++)
        {
            if (!IsContent(_forms[id]))
            {
                _keyOfForm[id] = -1;
                continue;
            }

            var key = KeyOf(_forms[id]);
            if (!_keyIds.TryGetValue(key, out var number))
            {
                number = _keyIds[key] = _keys.Count;
                _keys.Add(key);
                _firstForms.Add(_english ? Owner(_forms[id]) : _forms[id]);
            }

            _keyOfForm[id] = number;
        }
    }

    private bool IsContent(string form)
    {
        if (form.Length < LeastLetters || StopWords.Contains(form))
            return false;
        return _english
            ? !form.AsSpan().ContainsAnyExceptInRange('\'', 'z') && char.IsAsciiLetter(form[0]) && !form.AsSpan().ContainsAnyInRange('0', '9') && !StopWords.Contains(Owner(form))
            : Devanagari.IsDevanagari(form[0]) && !form.AsSpan().ContainsAnyInRange('0', '9') && !form.AsSpan().ContainsAnyInRange('०', '९') && !form.AsSpan().ContainsAnyInRange('a', 'z');
    }

    private string KeyOf(string form)
    {
        if (_english)
        {
            var word = LexiconTable.KeyOf(Owner(form));
            return Singular(word) is { } singular && (_ids.ContainsKey(singular) || SeedLexicon.Table.IsHeadword(singular)) && !SeedLexicon.Table.IsHeadword(word) ? singular : word;
        }

        var tight = TightFold.Of(form);
        foreach (var (ending, instead) in Endings)
        {
            if (tight.Length - ending.Length + instead.Length < LeastHindiStem || !tight.EndsWith(ending, StringComparison.Ordinal))
                continue;
            tight = tight[..^ending.Length] + instead;
            break;
        }

        foreach (var ending in VerbEndings)
        {
            if (tight.Length - ending.Length < LeastHindiStem || !tight.EndsWith(ending, StringComparison.Ordinal) || tight[^(ending.Length + 1)] == Devanagari.Virama)
                continue;
            return tight[..^ending.Length];
        }

        // मामला, मामले and मामलों have one key; the shortest words keep their vowel.
        return tight.Length > LeastWithoutVowel && tight[^1] == 'ा' ? tight[..^1] : tight;
    }

    /// <summary>Lavrov of Lavrov's.</summary>
    public static string Owner(string form) =>
        form.EndsWith("'s", StringComparison.Ordinal) ? form[..^2] : form.EndsWith('\'') ? form[..^1] : form;

    private static string? Singular(string word) => word switch
    {
        { Length: < 4 } => null,
        [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => null,
        [.. var stem, 'i', 'e', 's'] => stem + "y",
        [.. var stem, 's'] => stem,
        _ => null,
    };
}
