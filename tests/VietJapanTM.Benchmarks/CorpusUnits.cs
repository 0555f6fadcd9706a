using System.Globalization;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Benchmarks;

/// <summary>Texts as the units of one memory, made when they are asked for: a source that costs next to nothing.</summary>
/// <param name="texts">For each language its texts; a unit has one.</param>
internal sealed class CorpusUnits(params (LanguageTag Language, IReadOnlyList<string> Texts)[] texts) : IUnitSource
{
    private static readonly Variant Translation = new() { Language = LanguageTag.English, Text = "The translation." };

    /// <summary>Units of Spanish texts.</summary>
    public CorpusUnits(IReadOnlyList<string> spanish)
        : this((LanguageTag.Spanish, spanish))
    {
    }

    public long GetRevision(string tenant) => 1;

    public IReadOnlyList<Memory> ListMemories(string tenant, string? afterId = null, int limit = int.MaxValue) => [new Memory { Id = "m" }];

    public IReadOnlyList<ChangeSet> ListChangeSets(string tenant, long beforeRevision = long.MaxValue, int limit = int.MaxValue) =>
        [new ChangeSet(1, "", DateTimeOffset.UnixEpoch, "", null, null)];

    public IEnumerable<UnitChange> ReadUnitChanges(string tenant, long afterRevision) => [];

    public IEnumerable<UnitVersion> ReadUnitVersions(string tenant, long since, long upTo) =>
        Enumerable.Range(0, texts.Sum(t => t.Texts.Count)).Select(i => new UnitVersion(Unit(i), null));

    public IReadOnlyList<TranslationUnit?> FindUnitVersions(string tenant, IReadOnlyList<UnitVersionName> names) =>
        [.. names.Select(n => Translated(Unit(int.Parse(n.UnitId.AsSpan(1), CultureInfo.InvariantCulture))))];

    /// <summary>A unit that is fetched has a translation too, as units have; the index sees the texts alone.</summary>
    private static TranslationUnit Translated(TranslationUnit unit) => unit with { Variants = [.. unit.Variants, Translation] };

    private TranslationUnit Unit(int number)
    {
        var (place, at) = (number, 0);
        while (place >= texts[at].Texts.Count)
        {
            place -= texts[at++].Texts.Count;
        }

        return new TranslationUnit
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"u{number:D10}"),
            MemoryId = "m",
            Variants = [new Variant { Language = texts[at].Language, Text = texts[at].Texts[place] }],
            Revision = 1,
        };
    }
}
