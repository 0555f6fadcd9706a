using VietJapanTM.Model;
using VietJapanTM.Storage.Failures;
using VietJapanTM.Storage.Identity;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Reading;

/// <summary>The start or the end of a unit's version. Filled by Dapper.</summary>
internal sealed class ChangeRow
{
    public long Revision { get; init; }

    public long Unit { get; init; }

    public string Memory { get; init; } = "";

    public bool Ended { get; init; }

    /// <summary>The change, with its version among those that were read beside it.</summary>
    public UnitChange ToChange(Dictionary<(long Revision, string Id), TranslationUnit> versions)
    {
        var id = UnitNumber.ToId(Unit);
        if (Ended)
        {
            return new UnitChange(Revision, id, Memory, null);
        }

        return versions.TryGetValue((Revision, id), out var unit)
            ? new UnitChange(Revision, id, Memory, unit)
            : throw new StoredValueException($"Unit {id} has no version of revision {Revision}.");
    }
}
