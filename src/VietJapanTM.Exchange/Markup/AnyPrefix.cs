using System.Xml;

namespace VietJapanTM.Exchange.Markup;

/// <summary>Namespaces for lenient reading: a prefix that nobody declared gets a namespace of its own instead of ending the reading.</summary>
internal sealed class AnyPrefix(XmlNameTable names) : XmlNamespaceManager(names)
{
    /// <summary>Begins the namespaces made here; the prefix follows.</summary>
    public const string Made = "urn:undeclared:";

    /// <summary>The prefixes that were used without a declaration, sorted.</summary>
    public SortedSet<string> Undeclared { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string? LookupNamespace(string prefix)
    {
        var known = base.LookupNamespace(prefix);
        if (known is not null || string.IsNullOrEmpty(prefix))
        {
            return known;
        }

        Undeclared.Add(prefix);
        return NameTable!.Add(Made + prefix);
    }
}
