using VietJapanTM.Matching;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Core.Tests.Matching;

/// <summary>Short ways to write units, changes and queries.</summary>
internal static class Units
{
    public static TranslationUnit Unit(string id, string source, string target, string memory = "m") => new()
    {
        Id = id,
        MemoryId = memory,
        Variants = [Variant("es", source), Variant("en", target)],
    };

    public static Variant Variant(string language, string text) => new() { Language = LanguageTag.Parse(language), Text = text };

    public static UnitChange Put(TranslationUnit unit, long revision = 1) => new(revision, unit.Id, unit.MemoryId, unit);

    public static UnitChange Delete(TranslationUnit unit, long revision = 1) => new(revision, unit.Id, unit.MemoryId, null);

    public static IndexedUnits Index(params TranslationUnit[] units)
    {
        var index = new IndexedUnits();
        index.Apply(units.Select(u => Put(u)));
        return index;
    }

    public static LookupQuery Query(string text, string from = "es", string to = "en") => new()
    {
        Text = text,
        SourceLanguage = LanguageTag.Parse(from),
        TargetLanguage = LanguageTag.Parse(to),
    };

    public static string[] Ids(this LookupResult result) => [.. result.Matches.Select(m => m.Unit.Id)];
}
