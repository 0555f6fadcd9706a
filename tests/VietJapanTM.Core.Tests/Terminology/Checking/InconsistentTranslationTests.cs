using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Core.Tests.Terminology.Checking;

/// <summary>VJT005 over many segments, against a comparison of each with each.</summary>
public sealed class InconsistentTranslationTests
{
    // As VJT005 counts them: case, width, white space, the normal form and the marks around do not matter, all else does.
    private static readonly (string Written, int Same)[] Sources =
    [
        ("Ambas partes firmaron el acuerdo.", 0), ("  ambas   PARTES firmaron el acuerdo ", 0), ("«Ambas partes firmaron el acuerdo»", 0),
        ("Ａｍｂａｓ partes firmaron el acuerdo", 0), ("Ambas partes firmaron: el acuerdo", 1), ("Ambaspartes firmaron el acuerdo", 2),
        ("La reunión se celebró en Hanói", 3), ("La reunio\u0301n se celebro\u0301 en Hano\u0301i.", 3), ("La reunion se celebro en Hanoi", 4),
        ("日越首脳会談が行われた。", 5), ("日越首脳会談が行われた", 5), ("El acuerdo", 6),
    ];

    private static readonly string[] Targets = ["Both sides signed it.", "both sides signed it", "The parties signed it.", "Someone signed it.", "…"];

    [Fact]
    public void CheckAll_SourcesThatRecur_ReportsAsAComparisonOfEachWithEach() => Seeded.Run(200, random =>
    {
        var chosen = Enumerable.Range(0, random.Next(1, 14)).Select(_ => (Source: random.Next(Sources.Length), Target: random.Next(Targets.Length))).ToList();
        var segments = chosen.ConvertAll(c => new CheckSegment
        {
            Source = Sources[c.Source].Written,
            SourceLanguage = LanguageTag.Spanish,
            Target = Targets[c.Target],
            TargetLanguage = LanguageTag.English,
        });
        var findings = new TermChecker(TermRecognizer.Empty).CheckAll(segments, threads: 2);
        var session = new TermChecker(TermRecognizer.Empty).Begin();
        segments.ForEach(segment => session.Add(segment));
        var expected = Enumerable.Range(0, segments.Count).Where(i => IsRarer(chosen, i)).ToList();
        Assert.Equal(expected, Enumerable.Range(0, segments.Count).Where(i => findings[i].Any(f => f.Rule.Id == "VJT005")));
        Assert.Equal(expected, session.Compare().Where(f => f.Finding.Rule.Id == "VJT005").Select(f => f.Segment));
    });

    /// <summary>Is another translation of the same source commoner, or as common and earlier?</summary>
    private static bool IsRarer(List<(int Source, int Target)> chosen, int of)
    {
        if (Meaning(chosen[of]) is not (var source, var own) || source == 6)
        {
            return false;
        }

        var counts = new Dictionary<int, (int Count, int First)>();
        for (var i = 0; i < chosen.Count; i++)
        {
            if (Meaning(chosen[i]) is (var other, var target) && other == source)
            {
                var (count, first) = counts.GetValueOrDefault(target, (0, i));
                counts[target] = (count + 1, first);
            }
        }

        return counts.Any(c => c.Key != own && (c.Value.Count > counts[own].Count || (c.Value.Count == counts[own].Count && c.Value.First < counts[own].First)));
    }

    /// <summary>Numbers for source and target that are equal where these count as the same; null where the target has no letter.</summary>
    private static (int Source, int Target)? Meaning((int Source, int Target) pair) =>
        pair.Target == 4 ? null : (Sources[pair.Source].Same, pair.Target == 1 ? 0 : pair.Target);
}
