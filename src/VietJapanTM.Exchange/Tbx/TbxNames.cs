namespace VietJapanTM.Exchange.Tbx;

/// <summary>Namespaces of TBX (ISO 30042:2019) and of its modules.</summary>
internal static class TbxNames
{
    /// <summary>The core structure.</summary>
    public const string Core = "urn:iso:std:iso:30042:ed-2";

    /// <summary>The Min module in DCT style.</summary>
    public const string Min = "http://www.tbxinfo.net/ns/min";

    /// <summary>The Basic module in DCT style.</summary>
    public const string Basic = "http://www.tbxinfo.net/ns/basic";

    /// <summary>This project's module, for what TBX-Basic has no place for.</summary>
    public const string Own = "urn:vietjapantm:tbx:1";

    /// <summary>Begins the namespace of every published module, in its present and in its earlier form.</summary>
    public const string ModulePrefix = "http://www.tbxinfo.net/ns/";

    /// <summary>The categories of this project's module, as <see cref="TbxItem.Category"/> names them.</summary>
    public static readonly string[] OwnCategories =
    [
        "vjtm:approval", "vjtm:crossReference", "vjtm:pass", "vjtm:fail", "vjtm:source", "vjtm:target", "vjtm:properNoun", "vjtm:grammaticalNumber",
        "vjtm:caseSensitive", "vjtm:needsNeighbour", "vjtm:fullForm", "vjtm:form", "vjtm:reliability", "vjtm:graphic",
    ];
}
