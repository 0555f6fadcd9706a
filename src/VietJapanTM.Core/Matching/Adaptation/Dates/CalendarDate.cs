namespace VietJapanTM.Matching.Adaptation.Dates;

/// <summary>A date as far as a text gives it. A field that is not given is null.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
internal readonly record struct CalendarDate(int? Year, int Month, int? Day)
{
    /// <summary>True where both give the same fields, whatever their values.</summary>
    public bool HasShapeOf(CalendarDate other) => Year.HasValue == other.Year.HasValue && Day.HasValue == other.Day.HasValue;

    /// <summary>A month alone is too little to be told from other numbers and words.</summary>
    public bool IsMonthAlone => Year is null && Day is null;
}
