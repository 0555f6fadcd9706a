using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace VietJapanTM.Exchange.Tests.Tbx;

/// <summary>
/// The published structure of TBX-Basic in DCT style, as a check: the core structure (ISO 30042:2019, TBXcoreStructV03 with
/// the TBX-Basic integration), the Min and Basic modules, and their rules about levels. Written from the published grammars
/// by hand; a content model is a pattern over the names of the children, <c>D</c> for an element of a module.
/// </summary>
internal static class TbxBasicStructure
{
    private const string Aux = "(D |note |descripGrp |adminGrp |transacGrp )*";

    private static readonly XNamespace Core = "urn:iso:std:iso:30042:ed-2";

    private static readonly Dictionary<string, string> ContentModels = new(StringComparer.Ordinal)
    {
        ["tbx"] = "tbxHeader text ",
        ["tbxHeader"] = "fileDesc (encodingDesc )?(revisionDesc )?",
        ["fileDesc"] = "(titleStmt )?(publicationStmt )?(sourceDesc )+",
        ["titleStmt"] = "title (note )*",
        ["publicationStmt"] = "(p )+",
        ["sourceDesc"] = "(p )+",
        ["encodingDesc"] = "(p )+",
        ["text"] = "body (back )?",
        ["body"] = "(conceptEntry )+",
        ["conceptEntry"] = Aux + "(langSec )+",
        ["langSec"] = Aux + "(termSec )+",
        ["termSec"] = "term (D )*" + Aux,
        ["descripGrp"] = "D (D |note |adminGrp |transacGrp )*",
        ["adminGrp"] = "D (D |note )*",
        ["transacGrp"] = "D (D |note |date )*",
        ["back"] = "(refObjectSec )*",
        ["refObjectSec"] = "(refObject )+",
        ["refObject"] = "(item |itemSet |itemGrp )+",
    };

    private static readonly HashSet<string> TextElements = ["title", "p", "note", "term", "date", "item"];

    /// <summary>Levels of each category of the modules, and its values where they are a closed list.</summary>
    private static readonly Dictionary<XName, (string[] Levels, string[]? Values)> Categories = new()
    {
        [Min("subjectField")] = (["conceptEntry"], null),
        [Min("externalCrossReference")] = (["conceptEntry", "termSec"], null),
        [Min("customerSubset")] = (["conceptEntry", "termSec"], null),
        [Min("partOfSpeech")] = (["termSec"], ["adjective", "noun", "other", "verb", "adverb"]),
        [Min("administrativeStatus")] =
            (["termSec"], ["admittedTerm-admn-sts", "deprecatedTerm-admn-sts", "supersededTerm-admn-sts", "preferredTerm-admn-sts"]),
        [Basic("projectSubset")] = (["conceptEntry", "termSec"], null),
        [Basic("source")] = (["conceptEntry", "langSec", "termSec"], null),
        [Basic("context")] = (["termSec"], null),
        [Basic("definition")] = (["conceptEntry", "langSec"], null),
        [Basic("crossReference")] = (["conceptEntry", "termSec"], null),
        [Basic("grammaticalGender")] = (["termSec"], ["masculine", "feminine", "neuter", "other"]),
        [Basic("geographicalUsage")] = (["termSec"], null),
        [Basic("termLocation")] = (["termSec"], null),
        [Basic("termType")] = (["termSec"], ["fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"]),
        [Basic("transactionType")] = (["conceptEntry", "langSec", "termSec"], ["origination", "modification"]),
        [Basic("responsibility")] = (["conceptEntry", "langSec", "termSec"], null),
        [Basic("xGraphic")] = (["conceptEntry", "langSec"], null),
    };

    /// <summary>Every breach, in plain words; none for a valid file. Elements of this project's module are taken out first.</summary>
    public static List<string> Breaches(string xml)
    {
        var document = XDocument.Parse(xml);
        document.Descendants().Where(element => element.Name.NamespaceName == "urn:vietjapantm:tbx:1").ToList().ForEach(element => element.Remove());
        var breaches = new List<string>();
        var root = document.Root!;
        if (root.Name != Core + "tbx"
            || root.Attribute("type")?.Value != "TBX-Basic"
            || root.Attribute("style")?.Value != "dct"
            || root.Attribute(XNamespace.Xml + "lang") is null)
        {
            breaches.Add("the root is not tbx, TBX-Basic, dct, with xml:lang");
        }

        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.Name.Namespace == Core)
            {
                CheckCore(element, breaches);
            }
            else
            {
                CheckCategory(element, breaches);
            }
        }

        CheckIdentifiers(root, breaches);
        return breaches;
    }

    private static XName Min(string name) => XName.Get(name, "http://www.tbxinfo.net/ns/min");

    private static XName Basic(string name) => XName.Get(name, "http://www.tbxinfo.net/ns/basic");

    private static void CheckCore(XElement element, List<string> breaches)
    {
        var name = element.Name.LocalName;
        var children = string.Concat(element.Elements().Select(child => (child.Name.Namespace == Core ? child.Name.LocalName : "D") + " "));
        if (!TextElements.Contains(name))
        {
            if (!ContentModels.TryGetValue(name, out var model))
            {
                breaches.Add($"{name} is not an element of the core structure");
            }
            else if (!Regex.IsMatch(children, "^(" + model + ")$"))
            {
                breaches.Add($"{name} holds '{children}', not {model}");
            }

            if (element.Nodes().OfType<XText>().Any(text => text.Value.Trim().Length > 0))
            {
                breaches.Add($"{name} holds text");
            }
        }

        if (name == "langSec" && element.Attribute(XNamespace.Xml + "lang") is null)
        {
            breaches.Add("langSec without xml:lang");
        }

        var ofData = element.Ancestors(Core + "body").Any();
        if (ofData && element.Attribute("type") is not null)
        {
            breaches.Add($"{name} has a type, which is DCA style");
        }
    }

    private static void CheckCategory(XElement element, List<string> breaches)
    {
        if (!Categories.TryGetValue(element.Name, out var category))
        {
            breaches.Add($"{element.Name} is not a category of TBX-Basic");
            return;
        }

        var level = element.Parent!.Name.LocalName.EndsWith("Grp", StringComparison.Ordinal) ? element.Parent.Parent! : element.Parent;
        if (!category.Levels.Contains(level.Name.LocalName))
        {
            breaches.Add($"{element.Name.LocalName} stands at {level.Name.LocalName}");
        }

        if (category.Values is { } values && !values.Contains(element.Value))
        {
            breaches.Add($"'{element.Value}' is no value of {element.Name.LocalName}");
        }

        if (element.HasElements)
        {
            breaches.Add($"{element.Name.LocalName} holds elements");
        }
    }

    private static void CheckIdentifiers(XElement root, List<string> breaches)
    {
        var ids = root.DescendantsAndSelf().Attributes("id").Select(id => id.Value).ToList();
        breaches.AddRange(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => $"the id {group.Key} stands twice"));
        foreach (var id in ids)
        {
            try
            {
                XmlConvert.VerifyNCName(id);
            }
            catch (XmlException)
            {
                breaches.Add($"'{id}' is not an XML identifier");
            }
        }

        foreach (var target in root.Descendants().Attributes("target").Select(target => target.Value))
        {
            if (!ids.Contains(target) && !Regex.IsMatch(target, "^https?://.+"))
            {
                breaches.Add($"the target {target} is neither an identifier of the file nor an address");
            }
        }
    }
}
