using VietJapanTM.Matching;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Matching.Indexing;

public sealed class KeyDistanceTests
{
    private static readonly IndexKey Key = new(LanguageTag.Spanish, MatchProfile.Plain);

    [Fact]
    public void ToAndToMany_RowsOfAnyLength_AreTheTextbookDistance() => Seeded.Run(150, random =>
    {
        var vocabulary = random.Next(1, 40);
        string[] Words(int most) => [.. Enumerable.Range(0, random.Next(1, most)).Select(_ => "w" + (char)('a' + random.Next(vocabulary)))];
        var forms = new FormCaches().Of(Key);
        var builder = new ChunkBuilder(forms);
        for (var i = 0; i < 50; i++)
        {
            builder.Add($"u{i:D2}", 0, 1, null, string.Join(' ', Words(random.Next(2, 90))), rank: 0);
        }

        var chunk = builder.Build(ChunkLabels.Of("m", Key));
        var query = new ChunkQuery();
        query.Prepare(new QueryText(forms, string.Join(' ', Words(random.Next(2, 70)))), chunk.Vocabulary);
        var distance = new KeyDistance();
        distance.Prepare(query.Keys, chunk);
        var rows = Enumerable.Range(0, random.Next(1, KeyDistance.Lanes + 1)).Select(_ => random.Next(chunk.Count)).ToArray();
        var runs = rows.Select(r => chunk.Runs[chunk.RunOf(r, 0)]).ToArray();
        var places = rows.Zip(runs, (r, run) => IndexChunk.KeyStart(run, r)).ToArray();
        var expected = places.Zip(runs, (p, run) => Textbook(query.Keys, chunk, p, run.Keys)).ToArray();

        Assert.Equal(expected, places.Zip(runs, (p, run) => distance.To(p, run.Keys, int.MaxValue)));
        if (runs.All(r => distance.TakesMany(r.Keys)))
        {
            var lengths = new int[KeyDistance.Lanes];
            var distances = new int[KeyDistance.Lanes];
            runs.Select(r => r.Keys).ToArray().CopyTo(lengths, 0);
            distance.ToMany(places, lengths, distances);
            Assert.Equal(expected, distances.Take(rows.Length));
        }
    });

    private static int Textbook(ReadOnlySpan<int> keys, IndexChunk chunk, long place, int length)
    {
        var row = Enumerable.Range(0, length + 1).ToArray();
        for (var i = 1; i <= keys.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (keys[i - 1] == chunk.KeyAt(place + j - 1) ? 0 : 1));
                corner = above;
            }
        }

        return row[length];
    }
}
