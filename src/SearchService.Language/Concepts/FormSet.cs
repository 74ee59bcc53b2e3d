using SearchService.Language.Lexicon;

namespace SearchService.Language.Concepts;

/// <summary>Collects forms of a concept; of two reasons for a word the stronger stays.</summary>
internal sealed class FormSet
{
    /// <summary>Among so many forms one is found faster by looking at each.</summary>
    private const int Few = 12;

    private readonly Vocabulary _vocabulary;
    private readonly string _word;
    private readonly List<ConceptForm> _forms = [];
    private Dictionary<string, int>? _places;

    /// <summary>Begins with the word itself.</summary>
    public FormSet(Vocabulary vocabulary, string word)
    {
        (_vocabulary, _word) = (vocabulary, word);
        _forms.Add(new(word, Weights.Exact, FormReason.Exact));
    }

    public void Add(int id, float weight, FormReason reason) => Add(_vocabulary.WordOf(id), weight, reason);

    /// <summary>Adds a form, or several words in a row as one.</summary>
    public void Add(string text, float weight, FormReason reason, Rendering rendering = default)
    {
        var place = PlaceOf(text);
        if (place >= 0 && _forms[place].Weight >= weight)
            return;
        var form = new ConceptForm(text, weight, reason, rendering.Source, rendering.Evidence);
        if (place >= 0)
        {
            _forms[place] = form;
            return;
        }

        _places?.Add(text, _forms.Count);
        _forms.Add(form);
    }

    /// <summary>The forms by weight, then count; the word itself first.</summary>
    public Concept ToConcept(int limit)
    {
        var ranked = new (ConceptForm Form, int Count)[_forms.Count];
        for (var i = 0; i < ranked.Length; i++)
            ranked[i] = (_forms[i], ranked.Length == 1 ? 0 : _vocabulary.CountOf(_forms[i].Text));
        Array.Sort(ranked, static (one, other) =>
            one.Form.Weight != other.Form.Weight ? other.Form.Weight.CompareTo(one.Form.Weight)
            : one.Count != other.Count ? other.Count.CompareTo(one.Count)
            : string.CompareOrdinal(one.Form.Text, other.Form.Text));
        var forms = new ConceptForm[Math.Min(limit, ranked.Length)];
        for (var i = 0; i < forms.Length; i++)
            forms[i] = ranked[i].Form;
        return new(_word, forms);
    }

    private int PlaceOf(string text)
    {
        if (_forms.Count > Few && _places is null)
        {
            _places = new(_forms.Count * 2);
            for (var i = 0; i < _forms.Count; i++)
                _places[_forms[i].Text] = i;
        }

        if (_places is not null)
            return _places.GetValueOrDefault(text, -1);
        for (var i = 0; i < _forms.Count; i++)
        {
            if (_forms[i].Text == text)
                return i;
        }

        return -1;
    }
}
