using VietJapanTM.Model;

namespace VietJapanTM.Matching;

/// <summary>How a stored variant's language answers the language asked for.</summary>
internal enum LocaleRelation
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Without reserve: the same tag or a more special one.</summary>
    Covered,

    /// <summary>As the general language or another region's, at a penalty of <see cref="LocaleRelations.RegionPenalty"/>.</summary>
    Sibling,
}

/// <summary>Decides <see cref="LocaleRelation"/>: never across languages, never across scripts.</summary>
internal static class LocaleRelations
{
    /// <summary>Points off a match whose source or whose target is a sibling.</summary>
    public const int RegionPenalty = 1;

    /// <summary>The relation of <paramref name="stored"/> to <paramref name="asked"/>.</summary>
    public static LocaleRelation Of(LanguageTag asked, LanguageTag stored)
    {
        if (asked.Covers(stored))
        {
            return LocaleRelation.Covered;
        }

        return asked.Primary == stored.Primary && ScriptOf(asked) == ScriptOf(stored) ? LocaleRelation.Sibling : LocaleRelation.None;
    }

    /// <summary>The points that a relation costs.</summary>
    public static int Penalty(LocaleRelation relation) => relation == LocaleRelation.Sibling ? RegionPenalty : 0;

    /// <summary>The script, written or implied. Chinese regions imply theirs: Taiwan, Hong Kong and Macao write Hant.</summary>
    private static string? ScriptOf(LanguageTag tag) => tag switch
    {
        { Script: { } script } => script,
        { Primary: "zh", Value: var value } =>
            value.EndsWith("-TW", StringComparison.Ordinal) || value.EndsWith("-HK", StringComparison.Ordinal)
                || value.EndsWith("-MO", StringComparison.Ordinal) ? "Hant" : "Hans",
        _ => null,
    };
}
