using System.Globalization;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Core.Tests.Terminology.Checking;

/// <summary>Laws of VJT006: a number written after the habit of each language is the same number, and another one is not.</summary>
public sealed class NumberLawTests
{
    private static readonly string[] Languages = ["es", "en", "vi", "ja"];
    private static readonly TermChecker Checker = new(TermRecognizer.Empty);

    [Fact]
    public void SameNumber_InAnyTwoHabits_IsNotReported() => Seeded.Run(3_000, random =>
    {
        var value = Value(random);
        var (source, target) = (Languages[random.Next(4)], Languages[random.Next(4)]);
        var (written, rendered) = (Write(value, source, random), Write(value, target, random));
        Assert.Equal("", Found(source, written, target, rendered));
    });

    [Fact]
    public void OtherNumber_IsReported() => Seeded.Run(3_000, random =>
    {
        // From 3,000 on no clock, no decade and no unit of time is another reading; and no digit more makes a multiple of ten.
        var value = random.Next(3_000, 1_000_000);
        var other = value + random.Next(1, 9);
        var (source, target) = (Languages[random.Next(4)], Languages[random.Next(4)]);
        var (written, rendered) = (Write(value, source, random), Write(other, target, random));
        Assert.True(Found(source, written, target, rendered).Length > 0, $"{source} {written} {target} {rendered}");
    });

    private static string Found(string source, string written, string target, string rendered)
    {
        var findings = Checker.Check($"({written})", LanguageTag.Parse(source), $"({rendered})", LanguageTag.Parse(target));
        return string.Join("; ", findings.Select(f => $"{source} {written} {target} {rendered}: {f.Rule.Id}"));
    }

    private static decimal Value(Random random) => random.Next(4) switch
    {
        0 => random.Next(100),
        1 => random.Next(100_000),
        2 => random.Next(1, 1_000) * 1_000_000L,
        _ => random.Next(1, 10_000) / 10m,
    };

    private static string Write(decimal value, string language, Random random)
    {
        var invariant = CultureInfo.InvariantCulture;
        var (thousands, point) = language is "es" or "vi" ? (".", ",") : (",", ".");
        var grouped = value.ToString("#,0.#", invariant).Replace(',', ' ').Replace('.', '|').Replace(" ", thousands, StringComparison.Ordinal).Replace("|", point, StringComparison.Ordinal);
        var isWhole = decimal.IsInteger(value);
        return random.Next(3) switch
        {
            0 when language == "ja" && isWhole && value >= 10_000 => Myriads((long)value),
            0 when isWhole && value >= 1_000_000 && value % 1_000_000 == 0 => language switch
            {
                "es" => $"{(value / 1_000_000).ToString(invariant)} millones",
                "en" => $"{(value / 1_000_000).ToString(invariant)} million",
                "vi" => $"{(value / 1_000_000).ToString(invariant)} triệu",
                _ => grouped,
            },
            1 when isWhole => ((long)value).ToString(invariant),
            _ => grouped,
        };
    }

    private static string Myriads(long value)
    {
        var written = "";
        foreach (var (unit, sign) in new[] { (100_000_000L, "億"), (10_000L, "万"), (1L, "") })
        {
            written += value / unit > 0 ? $"{value / unit}{sign}" : "";
            value %= unit;
        }

        return written;
    }
}
