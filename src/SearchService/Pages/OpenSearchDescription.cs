using System.Text;
using System.Xml;
using SearchService.Http;

namespace SearchService.Pages;

/// <summary><c>/opensearch.xml</c>: tells a browser how to search here, so that it can offer to.</summary>
internal static class OpenSearchDescription
{
    /// <summary>Where it is.</summary>
    public const string Path = "/opensearch.xml";

    private const string Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>Answers it, in the visitor's language.</summary>
    public static IResult Answer(HttpContext context, Caching caching, PublicAddress address)
    {
        var language = Visit.Of(context).Language;
        var root = address.Root(context.Request);
        if (caching.Holds(context, EntityTags.Of(0, "opensearch", language.Code, root), "Accept-Language"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("OpenSearchDescription", Namespace);
            // At most 16 characters, by the specification.
            xml.WriteElementString("ShortName", Namespace, PageTexts.Find("site.name", language));
            xml.WriteElementString("Description", Namespace, PageTexts.Find("site.tagline", language));
            Url("text/html", "results", $"{root}/search?q={{searchTerms}}");
            Url("application/atom+xml", "results", $"{root}/v1/feed?q={{searchTerms}}");
            Url("application/opensearchdescription+xml", "self", root + Path);
            xml.WriteStartElement("Image", Namespace);
            xml.WriteAttributeString("type", "image/svg+xml");
            xml.WriteString(root + "/icon.svg");
            xml.WriteEndElement();
            xml.WriteElementString("Language", Namespace, "*");
            xml.WriteElementString("InputEncoding", Namespace, "UTF-8");
            xml.WriteElementString("OutputEncoding", Namespace, "UTF-8");
            xml.WriteEndElement();

            void Url(string type, string relation, string template)
            {
                xml.WriteStartElement("Url", Namespace);
                xml.WriteAttributeString("type", type);
                xml.WriteAttributeString("rel", relation);
                xml.WriteAttributeString("template", template);
                xml.WriteEndElement();
            }
        }

        return TypedResults.Bytes(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), "application/opensearchdescription+xml; charset=utf-8");
    }
}
