namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>The numbers of a text.</summary>
/// <param name="Written">Those in digits, in order.</param>
/// <param name="Evidence">Every value that a figure or a word of the text may stand for.</param>
internal sealed record TextNumbers(IReadOnlyList<WrittenNumber> Written, IReadOnlySet<decimal> Evidence)
{
    /// <summary>May this text render the number?</summary>
    /// <param name="number">A number of the other text.</param>
    /// <param name="other">The other text.</param>
    /// <param name="withHours">Take 7 and 19 for the same hour?</param>
    public bool Render(WrittenNumber number, TextNumbers other, bool withHours) =>
        (number.Values.IsEmpty && number.Parts.IsEmpty)
        || number.Values.Any(v => RendersValue(v, withHours))
        || ((number.Parts.Length > 1 || number.Values.IsEmpty) && RendersParts(number, withHours))
        || number.Values.Any(v => Written.Any(w => w.Parts.Length > 1 && w.Parts.Contains(v) && other.RendersParts(w, withHours)));

    private bool RendersParts(WrittenNumber number, bool withHours) => number.Parts.All(p => RendersValue(p, withHours));

    private bool RendersValue(decimal value, bool withHours) =>
        Evidence.Contains(value)
        || (withHours && value is >= 0 and <= 24 && (Evidence.Contains(value + 12) || Evidence.Contains(value - 12) || Evidence.Contains((value + 12) % 24)))
        || IsTwoDigitYear(value)
        || (value is 50 or 25 && Evidence.Contains(value / 100));

    /// <summary>The 1990s, los años 90, '90.</summary>
    private bool IsTwoDigitYear(decimal value) =>
        decimal.IsInteger(value)
        && (value is >= 1000 and < 3000 ? Evidence.Contains(value % 100) && value % 100 >= 10
            : value is >= 10 and < 100 && (Evidence.Contains(1800 + value) || Evidence.Contains(1900 + value) || Evidence.Contains(2000 + value)));
}
