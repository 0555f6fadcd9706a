using System.Collections.Immutable;

namespace VietJapanTM.Matching.Adaptation.Dates;

/// <summary>The months, January first, in the languages that name them.</summary>
internal static class MonthNames
{
    public static ImmutableArray<string> Spanish { get; } =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    public static ImmutableArray<string> English { get; } =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The month of that name, 1 to 12, or 0.</summary>
    public static int Find(string name)
    {
        var lower = name.ToLowerInvariant();
        if (lower == "setiembre")
        {
            return 9;
        }

        for (var i = 0; i < Spanish.Length; i++)
        {
            if (Spanish[i] == lower || English[i] == name)
            {
                return i + 1;
            }
        }

        return 0;
    }
}
