using System.Globalization;
using System.Text;
using VietJapanTM.Model;

namespace VietJapanTM.Matching.Adaptation.Numbers;

/// <summary>Which mark groups thousands and which begins a fraction.</summary>
/// <param name="Group">Between groups of three digits.</param>
/// <param name="Decimal">Before the fraction.</param>
internal readonly record struct NumberConvention(char Group, char Decimal)
{
    /// <summary>Digits beyond this are no quantity but an identifier, and are beyond exact arithmetic.</summary>
    private const int MaxDigits = 24;

    /// <summary>1,234.5: English, Japanese, and Spanish from Mexico to Panama.</summary>
    public static NumberConvention Point { get; } = new(',', '.');

    /// <summary>1.234,5: Spanish elsewhere, Vietnamese.</summary>
    public static NumberConvention Comma { get; } = new('.', ',');

    /// <summary>The convention that has the same marks the other way round.</summary>
    public NumberConvention Other => new(Decimal, Group);

    /// <summary>The convention of a language, or null where it is not known here.</summary>
    public static NumberConvention? Of(LanguageTag language) => language switch
    {
        { Primary: "en" or "ja" } => Point,
        { Primary: "es", Value: "es-MX" or "es-US" or "es-PR" or "es-GT" or "es-HN" or "es-SV" or "es-NI" or "es-PA" or "es-DO" } => Point,
        { Primary: "es" or "vi" } => Comma,
        _ => null,
    };

    /// <summary>Reads ASCII digits with separators; null where this convention does not write numbers so.</summary>
    public NumberReading? Read(string digits)
    {
        var whole = digits;
        var fraction = "";
        var mark = digits.IndexOf(Decimal, StringComparison.Ordinal);
        if (mark >= 0)
        {
            (whole, fraction) = (digits[..mark], digits[(mark + 1)..]);
        }

        var isGrouped = whole.Contains(Group, StringComparison.Ordinal);
        if (isGrouped && !IsGrouped(whole))
        {
            return null;
        }

        whole = whole.Replace(Group.ToString(), "", StringComparison.Ordinal);
        if (whole.Length == 0 || whole.Length + fraction.Length > MaxDigits || !whole.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit)
            || (mark >= 0 && fraction.Length == 0))
        {
            return null;
        }

        var value = decimal.Parse(fraction.Length == 0 ? whole : whole + "." + fraction, CultureInfo.InvariantCulture);
        return new NumberReading(value, whole, fraction, isGrouped, this);
    }

    /// <summary>Writes a number.</summary>
    public string Write(string whole, string fraction, bool grouped)
    {
        var text = new StringBuilder(whole);
        for (var at = whole.Length - 3; grouped && at > 0; at -= 3)
        {
            text.Insert(at, Group);
        }

        return fraction.Length == 0 ? text.ToString() : text.Append(Decimal).Append(fraction).ToString();
    }

    private bool IsGrouped(string whole)
    {
        var groups = whole.Split(Group);
        return groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0' && groups.Skip(1).All(g => g.Length == 3);
    }
}

/// <summary>A number as one convention reads it.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Whole">The digits before the fraction, without separators; leading zeros are kept.</param>
/// <param name="Fraction">The digits of the fraction, trailing zeros too.</param>
/// <param name="IsGrouped">True where thousands are grouped.</param>
/// <param name="Convention">The convention.</param>
internal readonly record struct NumberReading(decimal Value, string Whole, string Fraction, bool IsGrouped, NumberConvention Convention)
{
    /// <summary>True where the number shows which convention it is written in.</summary>
    public bool ShowsConvention => IsGrouped || Fraction.Length > 0;

    /// <summary>True where a zero stands first that no quantity needs: 007.</summary>
    public bool HasLeadingZero => Whole.Length > 1 && Whole[0] == '0';
}
