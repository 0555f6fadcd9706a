using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Matching.Indexing;

public sealed class SegmentIndexTests
{
    public static TheoryData<string> Profiles => [.. MatchProfile.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Search_GeneratedSegmentsUnderWritesAndDeletes_EqualsTheScan(string profile) => Seeded.Run(25, random =>
    {
        var generator = new SegmentGenerator(random);
        var law = new IndexLaw(MatchProfile.Parse(profile), IndexLaw.Languages[random.Next(4)]);
        var floor = 0L;
        for (var step = 0; step < 12; step++)
        {
            var texts = Enumerable.Range(0, random.Next(3) == 0 ? random.Next(300) : random.Next(4))
                .Select(_ => law.Live.Count > 0 && random.Next(2) == 0 ? generator.Edit(AnyText(law, random)) : generator.Segment())
                .Where(t => !string.IsNullOrWhiteSpace(t));
            law.Write(random, random.Next(4) == 0 ? random.Next(150) : random.Next(3), [.. texts]);
            for (var i = 0; i < 6; i++)
            {
                var query = law.Live.Count > 0 && i > 0 ? generator.Edit(AnyText(law, random)) : generator.Segment();
                law.AssertSameAsScan(query, random.Next(3) == 0 ? 100 : random.Next(50, 101), random.NextInt64(floor, law.Revision + 1));
                law.AssertSameAsScan(query, random.Next(50, 101));
            }

            if (random.Next(3) == 0)
            {
                floor = random.NextInt64(floor, law.Revision + 1);
                law.Merge(random, floor);
            }
        }
    });

    // A chunk of one block is searched as one range where that pays; larger ones by windows and bands.
    [Theory]
    [MemberData(nameof(Profiles))]
    public void Search_MoreThanABlock_EqualsTheScan(string profile) => Seeded.Run(1, random =>
    {
        var generator = new SegmentGenerator(random);
        var law = new IndexLaw(MatchProfile.Parse(profile), LanguageTag.Spanish);
        var seeds = Enumerable.Range(0, 500).Select(_ => generator.Segment()).Where(t => !string.IsNullOrWhiteSpace(t)).ToList();
        law.Write(random, 0, Enumerable.Range(0, 33_500).Select(i => generator.Edit(seeds[i % seeds.Count])).Where(t => !string.IsNullOrWhiteSpace(t)));
        foreach (var threshold in new[] { 50, 55, 70, 90 })
        {
            law.AssertSameAsScan(generator.Edit(seeds[random.Next(seeds.Count)]), threshold);
        }
    });

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Search_LongSegments_EqualsTheScan(string profile) => Seeded.Run(2, random =>
    {
        var generator = new SegmentGenerator(random);
        var law = new IndexLaw(MatchProfile.Parse(profile), LanguageTag.Spanish);
        var originals = Enumerable.Range(0, 4).Select(_ => generator.Long(500)).ToList();
        law.Write(random, 0, Enumerable.Range(0, 70).Select(i => generator.Edit(originals[i % 4])));
        law.AssertSameAsScan(generator.Edit(originals[0]), random.Next(50, 101));
        law.AssertSameAsScan(originals[1][..(originals[1].Length * 3 / 4)], random.Next(50, 80));
    });

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Search_EveryThreshold_EqualsTheScan(string profile) => Seeded.Run(2, random =>
    {
        var generator = new SegmentGenerator(random);
        var law = new IndexLaw(MatchProfile.Parse(profile), LanguageTag.Spanish);
        var seeds = Enumerable.Range(0, 10).Select(_ => generator.Segment()).Where(t => !string.IsNullOrWhiteSpace(t)).ToList();
        law.Write(random, 0, Enumerable.Range(0, 250).Select(i => generator.Edit(seeds[i % seeds.Count])).Where(t => !string.IsNullOrWhiteSpace(t)));
        for (var threshold = 50; threshold <= 100; threshold++)
        {
            law.AssertSameAsScan(generator.Edit(seeds[threshold % seeds.Count]), threshold);
        }
    });

    private static string AnyText(IndexLaw law, Random random) => law.Live[random.Next(law.Live.Count)].Text;
}
