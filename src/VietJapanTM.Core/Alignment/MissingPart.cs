using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment;

/// <summary>
/// The beginning or the end of a text that another text lacks, as where only half is translated: at least five segments, and a fifth of the
/// text, of which none is linked. Parts that are missing in the middle are not named, because there the beads beside them show them.
/// </summary>
/// <param name="Language">The language that has the part.</param>
/// <param name="Other">The language that lacks it.</param>
/// <param name="Count">How many segments it has.</param>
/// <param name="IsEnd">True where it is the end of the text, false where it is the beginning.</param>
public sealed record MissingPart(LanguageTag Language, LanguageTag Other, int Count, bool IsEnd)
{
    private const int LeastSegments = 5;
    private const double LeastShare = 0.2;

    /// <summary>The parts that a pair or another lacks, in the order of the pairs, beginnings first. Linear in the beads.</summary>
    /// <param name="pairs">The beads of each pair, covering both sides.</param>
    public static ImmutableArray<MissingPart> Find(ImmutableArray<PairBeads> pairs) => [.. pairs.SelectMany(Find)];

    /// <summary>The same in plain words.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"the {(IsEnd ? "last" : "first")} {Count} {Language} segments have no counterpart in {Other}");

    // Where nothing at all is linked, or a side is empty, other words are said.
    private static IEnumerable<MissingPart> Find(PairBeads pair)
    {
        var first = pair.Beads.TakeWhile(bead => bead.IsOneSided).ToList();
        if (first.Count == pair.Beads.Length)
        {
            return [];
        }

        var last = pair.Beads.Reverse().TakeWhile(bead => bead.IsOneSided).ToList();
        var (sources, targets) = (pair.Beads.Sum(b => b.SourceCount), pair.Beads.Sum(b => b.TargetCount));
        return new[]
        {
            (Part: new MissingPart(pair.Source, pair.Target, first.Sum(b => b.SourceCount), IsEnd: false), Whole: sources),
            (Part: new MissingPart(pair.Target, pair.Source, first.Sum(b => b.TargetCount), IsEnd: false), Whole: targets),
            (Part: new MissingPart(pair.Source, pair.Target, last.Sum(b => b.SourceCount), IsEnd: true), Whole: sources),
            (Part: new MissingPart(pair.Target, pair.Source, last.Sum(b => b.TargetCount), IsEnd: true), Whole: targets),
        }.Where(found => found.Part.Count >= LeastSegments && found.Part.Count >= LeastShare * found.Whole).Select(found => found.Part);
    }
}
