using System.Collections.Immutable;

namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>A number in digits with all that belongs to it.</summary>
/// <param name="Values">What it may mean.</param>
/// <param name="Parts">The numbers that it may be instead.</param>
/// <param name="AreNumbers">True where the parts are numbers beyond doubt.</param>
/// <param name="Factor">The product of its multipliers, 1 where it has none.</param>
/// <param name="End">The index of the token behind it.</param>
internal readonly record struct Quantity(
    ImmutableArray<decimal> Values, ImmutableArray<decimal> Parts, bool AreNumbers, decimal Factor, int End);

/// <summary>
/// Reads digits and what multiplies them: <c>3.500 millones</c>, <c>50m</c>, <c>2 mil 300 millones</c>, <c>1億2000万</c>,
/// <c>3 triệu rưỡi</c>.
/// </summary>
internal readonly struct QuantityReader(NumberTokens tokens)
{
    /// <summary>From here on nothing is compared.</summary>
    public const decimal Ceiling = 1_000_000_000_000_000_000;

    private const decimal Thousand = 1_000;

    /// <summary>Reads the quantity whose digits stand at an index.</summary>
    public Quantity Read(int first)
    {
        var digits = WithSpacedThousands(first, tokens.Digits(first));
        var quantity = Multiplied(digits);
        if (quantity.Factor == 1)
        {
            return WithSuffix(quantity);
        }

        var parts = ImmutableArray.CreateBuilder<decimal>();
        var smallest = quantity.Factor;
        while (quantity.End < tokens.Count && tokens.IsNumber(quantity.End) && tokens.IsNear(quantity.End))
        {
            var more = Multiplied(Digits(quantity.End));
            if (smallest == Thousand && more.Factor >= Thousand && quantity.Values is [var thousands] && more.Values is [var rest] && rest / more.Factor < Thousand)
            {
                // 2 mil 300 millones: the thousands are multiplied too.
                quantity = more with { Values = Below((thousands * more.Factor) + rest), Parts = [] };
                break;
            }

            if (more.Factor >= smallest || (more.Factor == 1 && tokens.Language != "ja" && smallest != Thousand))
            {
                break;
            }

            parts.AddRange(parts.Count == 0 ? quantity.Values : []);
            parts.AddRange(more.Values);
            smallest = more.Factor;
            var before = quantity.Values;
            quantity = quantity with { Values = [.. before.SelectMany(b => more.Values, (b, m) => b + m).Where(v => v < Ceiling)], End = more.End };
        }

        return WithHalf(quantity with { Parts = parts.ToImmutable() }, smallest);
    }

    private static ImmutableArray<decimal> Below(decimal value) => value < Ceiling ? [value] : [];

    private Quantity Digits(int at)
    {
        var (values, groups, areNumbers) = tokens.Digits(at);
        return new Quantity(values, groups, areNumbers, 1, at + 1);
    }

    /// <summary><c>1 234 567</c> as one number.</summary>
    private Quantity WithSpacedThousands(int first, DigitReading digits)
    {
        var at = first + 1;
        if (digits.Groups is not [var value] || tokens.Of(first).Length > 3)
        {
            return new Quantity(digits.Values, digits.Groups, digits.AreNumbers, 1, at);
        }

        var groups = digits.Groups.ToBuilder();
        while (tokens.IsNumber(at) && tokens.Of(at).Length == 3 && tokens.Tokens[at].Start == tokens.Tokens[at - 1].End + 1
            && value < Ceiling / Thousand && tokens.Digits(at).Groups is [var next])
        {
            value = (value * Thousand) + next;
            groups.Add(next);
            at++;
        }

        return at == first + 1
            ? new Quantity(digits.Values, digits.Groups, digits.AreNumbers, 1, at)
            : new Quantity([value], groups.ToImmutable(), false, 1, at);
    }

    private Quantity Multiplied(Quantity number)
    {
        var (values, factor, at) = (number.Values, 1m, number.End);
        while (tokens.Word(at) is { Multiplies: true } word && factor < Ceiling)
        {
            values = [.. values.Select(v => v * word.Value).Where(v => v < Ceiling)];
            factor *= word.Value;
            at++;
        }

        return factor == 1 ? number : new Quantity(values, [], false, factor, at);
    }

    /// <summary><c>50m</c> may be 50 million and 50 metres.</summary>
    private Quantity WithSuffix(Quantity number)
    {
        if (!tokens.Touches(number.End))
        {
            return number;
        }

        var factor = tokens.Lower(number.End) switch
        {
            "k" => 1_000m,
            "m" or "tr" => 1_000_000m,
            "b" => 1_000_000_000m,
            "t" => 1_000_000_000_000m,
            _ => 1m,
        };
        return factor == 1 ? number : number with { Values = [.. number.Values, .. number.Values.Select(v => v * factor).Where(v => v < Ceiling)] };
    }

    /// <summary><c>3 millones y medio</c>, <c>3 triệu rưỡi</c>.</summary>
    private Quantity WithHalf(Quantity number, decimal unit)
    {
        var words = tokens.Of(number.End) is "rưỡi" ? 1 : tokens.Of(number.End) is "y" && tokens.Of(number.End + 1) is "medio" or "media" ? 2 : 0;
        return words == 0 ? number : number with { Values = [.. number.Values, .. number.Values.Select(v => v + (unit / 2))], End = number.End + words };
    }
}
