using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Core.Tests.Matching.Indexing;

public sealed class CandidateFinderTests
{
    /// <summary>More than two blocks, so that ranges begin and end inside blocks and at their edges.</summary>
    private const int Rows = (2 * Postings.BlockRows) + 5_000;

    // Queries of up to 30 terms are added in five planes, of up to 120 in seven, and longer ones are counted only: in bytes, then in 16 bits.
    [Theory]
    [InlineData(12, 10)]
    [InlineData(30, 20)]
    [InlineData(110, 60)]
    [InlineData(200, 90)]
    [InlineData(400, 150)]
    public void Find_RandomRows_FindsEveryRowThatSharesEnough(int queryTerms, int rowTerms) => Seeded.Run(2, random =>
    {
        var rows = rowTerms > 60 ? 3_000 : rowTerms > 20 ? 40_000 : Rows;
        var (starts, keys) = RandomRows(random, rows, rowTerms);
        var query = Enumerable.Range(0, queryTerms).Select(_ => Key(random)).ToArray();
        var postings = Build(starts, keys);
        var shared = Enumerable.Range(0, rows).Select(row => Shared(query, keys.AsSpan(starts[row]..starts[row + 1]))).ToArray();
        var finder = new CandidateFinder();
        foreach (var needed in new[] { 1, Math.Max(1, shared.Max() / 2), Math.Max(1, shared.Max() - 2), shared.Max(), shared.Max() + 1 })
        {
            finder.Prepare(postings, Terms(query), 0);
            for (var from = 0; from < rows;)
            {
                var to = Math.Min(rows, Math.Min(from + random.Next(1, 50_000), (from | (Postings.BlockRows - 1)) + 1));
                AssertFindsAll(finder, shared, from, to, needed);
                from = to;
            }
        }
    });

    [Fact]
    public void TryFind_EveryTerm_HasItsRows() => Seeded.Run(2, random =>
    {
        var (starts, keys) = RandomRows(random, 40_000, 12);
        var postings = Build(starts, keys);
        var counts = new Dictionary<KeyTerm, int>();
        for (var row = 0; row + 1 < starts.Length; row++)
        {
            foreach (var term in Terms(keys[starts[row]..starts[row + 1]]))
            {
                counts[term] = counts.GetValueOrDefault(term) + 1;
            }
        }

        Assert.All(counts, c => Assert.Equal(c.Value, postings.TryFind(c.Key, out var list) ? list.Count : 0));
        Assert.Equal(3, counts.Keys.Select(t => postings.TryFind(t, out var list) ? list.Kind : default).Distinct().Count());
        Assert.False(postings.TryFind(new KeyTerm(keys[0], 1_000), out _));
        Assert.False(postings.TryFind(new KeyTerm(int.MaxValue, 0), out _));
    });

    private static void AssertFindsAll(CandidateFinder finder, int[] shared, int from, int to, int needed)
    {
        var origin = from & ~(Postings.BlockRows - 1);
        var found = new List<int>();
        foreach (var place in finder.Find(from, to, needed))
        {
            found.Add(origin + place);
        }

        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.All(found, row => Assert.InRange(row, from, to - 1));
        var expected = Enumerable.Range(from, to - from).Where(row => shared[row] >= needed);
        Assert.Empty(expected.Except(found));
    }

    private static (int[] Starts, int[] Keys) RandomRows(Random random, int rows, int rowTerms)
    {
        var starts = new int[rows + 1];
        var keys = new List<int>();
        for (var row = 0; row < rows; row++)
        {
            for (var i = random.Next(rowTerms + 1); i > 0; i--)
            {
                keys.Add(Key(random));
            }

            starts[row + 1] = keys.Count;
        }

        return (starts, [.. keys]);
    }

    /// <summary>Few keys are common, many are rare, as words are.</summary>
    private static int Key(Random random) => (int)Math.Pow(50_000, random.NextDouble());

    private static int Shared(int[] query, ReadOnlySpan<int> keys)
    {
        var left = new Dictionary<int, int>();
        foreach (var key in keys)
        {
            left[key] = left.GetValueOrDefault(key) + 1;
        }

        var shared = 0;
        foreach (var key in query)
        {
            if (left.TryGetValue(key, out var count) && count > 0)
            {
                left[key] = count - 1;
                shared++;
            }
        }

        return shared;
    }

    private static KeyTerm[] Terms(int[] keys) => [.. keys.Select((key, i) => new KeyTerm(key, keys.AsSpan(0, i).Count(key)))];

    private static Postings Build(int[] starts, int[] keys)
    {
        var shapes = Enumerable.Range(0, starts.Length - 1).Select(r => new RowShape(0, starts[r], starts[r + 1] - starts[r], 0)).ToArray();
        var image = new ImageWriter();
        new PostingsBuilder(shapes, keys, [.. Enumerable.Range(0, shapes.Length)], keys.Max() + 1).Write(image);
        return new Postings(image.Write(), shapes.Length);
    }
}
