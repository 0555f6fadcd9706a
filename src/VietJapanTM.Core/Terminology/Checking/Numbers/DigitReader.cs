using System.Collections.Immutable;
using System.Globalization;

namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>Reads digits with separators, whatever the country's habit.</summary>
internal static class DigitReader
{
    /// <summary>Digits beyond this are a code, not a quantity.</summary>
    private const int MaxDigits = 18;

    /// <summary>
    /// What the digits may mean, and their groups, none where these are thousands. Both are empty for codes of more than 18 digits, and for circled and raised figures.
    /// The groups of a time, a date or a version are numbers of their own; those of a decimal only where the other text has them apart (articles 1,2).
    /// </summary>
    /// <param name="text">Digits, and the marks between them.</param>
    /// <param name="thousands">The mark that the language puts between thousands; groups of three behind it are no fraction.</param>
    /// <param name="withHours">May 7.30 be a time?</param>
    public static DigitReading Read(ReadOnlySpan<char> text, char thousands, bool withHours)
    {
        var groups = ImmutableArray.CreateBuilder<decimal>();
        var lengths = new List<int>();
        var separators = new List<char>();
        var group = 0m;
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsDigit(character))
            {
                group = (group * 10) + CharUnicodeInfo.GetDecimalDigitValue(character);
                if (++length > MaxDigits)
                {
                    return DigitReading.None;
                }
            }
            else if (character is '.' or ',' or ':' or '．' or '，' or '：')
            {
                Close();
                separators.Add(character switch { '．' => '.', '，' => ',', '：' => ':', _ => character });
            }
            else
            {
                var value = CharUnicodeInfo.GetNumericValue(character);
                return value is > 0 and < 1 ? new DigitReading([(decimal)value], [(decimal)value], true) : DigitReading.None;
            }
        }

        Close();
        var isGrouped = separators.Count > 0 && !separators.Contains(':') && lengths.Skip(1).All(l => l == 3);
        return new DigitReading(Values(groups, lengths, separators, thousands), isGrouped ? [] : groups.ToImmutable(), !IsDecimal(groups, lengths, separators, withHours));

        void Close()
        {
            groups.Add(group);
            lengths.Add(length);
            (group, length) = (0, 0);
        }
    }

    /// <summary>One mark and a short group behind it, which is not the minutes of an hour (7.30).</summary>
    private static bool IsDecimal(IReadOnlyList<decimal> groups, List<int> lengths, List<char> separators, bool withHours) =>
        separators is [',' or '.'] && lengths[1] <= 3
        && !(withHours && separators[0] == '.' && lengths[1] == 2 && groups[0] <= 24 && groups[1] < 60);

    private static ImmutableArray<decimal> Values(IReadOnlyList<decimal> groups, List<int> lengths, List<char> separators, char thousands)
    {
        if (lengths.Sum() > MaxDigits || separators.Contains(':'))
        {
            return [];
        }

        var values = ImmutableArray.CreateBuilder<decimal>();
        if (lengths.Skip(1).All(l => l == 3) && separators.Distinct().Count() <= 1)
        {
            values.Add(Joined(groups, lengths, groups.Count));
            if (separators.Count > 0 && separators[0] == thousands && groups[0] > 0)
            {
                return values.ToImmutable();
            }
        }

        var last = separators.Count - 1;
        if (last >= 0 && lengths.Skip(1).SkipLast(1).All(l => l == 3) && separators.IndexOf(separators[last]) == last
            && separators.Take(last).Distinct().Count() <= 1)
        {
            var fraction = groups[^1];
            for (var i = 0; i < lengths[^1]; i++)
            {
                fraction /= 10;
            }

            values.Add(Joined(groups, lengths, groups.Count - 1) + fraction);
        }

        return values.ToImmutable();
    }

    private static decimal Joined(IReadOnlyList<decimal> groups, List<int> lengths, int count)
    {
        var value = groups[0];
        for (var i = 1; i < count; i++)
        {
            for (var digit = 0; digit < lengths[i]; digit++)
            {
                value *= 10;
            }

            value += groups[i];
        }

        return value;
    }
}
