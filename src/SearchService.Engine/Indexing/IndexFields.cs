using Lucene.Net.Util;

namespace SearchService.Engine.Indexing;

/// <summary>The fields of a document in the index.</summary>
internal static class IndexFields
{
    /// <summary>Raised whenever the fields, their analysis or the files change; an index of another schema is made anew.</summary>
    public const int Schema = 3;

    /// <summary>The version of Lucene whose behaviour is asked for.</summary>
    public const LuceneVersion Lucene = LuceneVersion.LUCENE_48;

    /// <summary>The article's id: one term, stored.</summary>
    public const string Id = "id";

    /// <summary>Sequence number of the change that wrote the article: a number for each document.</summary>
    public const string Sequence = "seq";

    /// <summary>Words of the headline, with positions and length.</summary>
    public const string Headline = "headline";

    /// <summary>Words of the English title, with positions and length.</summary>
    public const string WebTitle = "webTitle";

    /// <summary>Words of the body, with positions and length.</summary>
    public const string Body = "body";

    /// <summary>Time of publication, else of the last change, in seconds since the Unix epoch: a number, and terms for ranges; absent when unknown.</summary>
    public const string Date = "date";

    /// <summary>Year of the same time on the papers' calendar (+05:30), as four digits: a value, and a term under <see cref="Exact"/>; absent when unknown.</summary>
    public const string Year = "year";

    /// <summary>Values as <see cref="FilterValue.Shown"/> has them, and under <see cref="Exact"/> the terms that all spellings of a value share.</summary>
    public const string Category = "category", Agency = "agency", Place = "place", Byline = "byline";

    /// <summary>What is kept of the body to find copies of it: <see cref="Stories.Signature"/>; absent where it is too short.</summary>
    public const string Signature = "signature";

    /// <summary>The fields whose words are searched.</summary>
    public static readonly IReadOnlyList<string> Text = [Headline, WebTitle, Body];

    /// <summary>Name of the field of filter terms that belongs to a field of values.</summary>
    public static string Exact(string field) => field + ".exact";
}
