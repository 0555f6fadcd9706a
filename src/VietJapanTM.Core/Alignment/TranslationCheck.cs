using System.Collections.Immutable;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment;

/// <summary>
/// Tells texts that are no translations of each other, or of which one is a small part of the other. An aligner links any two texts; where
/// nothing in them corresponds, hardly a bead is sure. Refusing a free translation costs more than missing a wrong pair, so the limits keep a
/// distance from all true documents that were seen, also from those that lack a third of a side. Pairs of languages without a shipped lexicon
/// are judged by their lengths alone. Thread-safe; linear in the texts.
/// </summary>
public static class TranslationCheck
{
    /// <summary>So many times longer a text may be before it is doubted, after <see cref="CharactersPerLatin"/>.</summary>
    public const double MostLengthRatio = 8;

    /// <summary>Segments of the shorter side from which on the mean of their confidences says much.</summary>
    private const int ManySegments = 10;

    /// <summary>Below this a mean says nothing: one bead of a true document may be hard.</summary>
    private const int LeastSegments = 3;

    /// <summary>The least mean of a true document with many segments was 0.75; nearly all wrong ones stay below.</summary>
    private const double LeastMean = 0.6;

    /// <summary>The same of few segments: the least was 0.39.</summary>
    private const double LeastMeanOfFew = 0.3;

    /// <summary>A free translation still has passages that are followed closely: so many of its beads are sure.</summary>
    private const double LeastSureShare = 0.25;
    private const double Sure = 0.9;

    /// <summary>A shorter text than this, in characters, is not called long.</summary>
    private const int LeastLong = 1_000;

    /// <summary>How many characters say what one says in a Latin script.</summary>
    private const double CharactersPerLatin = 0.4;

    /// <summary>The pairs that are doubted, in order; a pair is named once.</summary>
    /// <param name="sides">The texts.</param>
    /// <param name="pairs">Their beads.</param>
    public static ImmutableArray<TranslationDoubt> Find(IReadOnlyList<AlignmentSide> sides, ImmutableArray<PairBeads> pairs)
    {
        ArgumentNullException.ThrowIfNull(sides);
        var doubts = ImmutableArray.CreateBuilder<TranslationDoubt>();
        foreach (var pair in pairs)
        {
            var (source, target) = (sides.First(s => s.Language == pair.Source), sides.First(s => s.Language == pair.Target));
            if (OfLength(source, target) is { } longer)
            {
                doubts.Add(longer);
            }
            else if (ShippedLexicons.Find(pair.Source, pair.Target) is not null && IsUnsure(pair.Beads, Math.Min(source.Segments.Length, target.Segments.Length), out var mean))
            {
                doubts.Add(new TranslationDoubt(pair.Source, pair.Target, mean));
            }
        }

        return doubts.ToImmutable();
    }

    private static TranslationDoubt? OfLength(AlignmentSide source, AlignmentSide target)
    {
        var (first, second) = (Length(source), Length(target));
        var (longer, shorter) = first >= second ? (source, target) : (target, source);
        var ratio = Math.Max(first, second) / Math.Max(1, Math.Min(first, second));
        return Math.Max(first, second) >= LeastLong && ratio > MostLengthRatio ? new TranslationDoubt(longer.Language, shorter.Language, null, ratio) : null;
    }

    private static double Length(AlignmentSide side) =>
        side.Segments.Sum(segment => (double)segment.Text.Length) / (side.Language.Primary == LanguageTag.Japanese.Value ? CharactersPerLatin : 1);

    private static bool IsUnsure(ImmutableArray<Bead> beads, int segments, out double mean)
    {
        var linked = beads.Where(bead => !bead.IsOneSided).ToList();
        mean = linked.Count == 0 ? 0 : linked.Average(bead => bead.Confidence);
        return segments >= ManySegments
            ? mean < LeastMean && linked.Count(bead => bead.Confidence >= Sure) < LeastSureShare * Math.Max(1, linked.Count)
            : segments >= LeastSegments && mean < LeastMeanOfFew;
    }
}

/// <summary>Two texts that do not look like translations of each other.</summary>
/// <param name="Source">The language of the one; where the lengths differ grossly, of the longer.</param>
/// <param name="Target">The language of the other.</param>
/// <param name="MeanConfidence">The mean confidence of the beads that link segments, 0 to 1; null where the lengths are the reason.</param>
/// <param name="LengthRatio">How many times longer the first is; null where the confidences are the reason.</param>
public sealed record TranslationDoubt(LanguageTag Source, LanguageTag Target, double? MeanConfidence, double? LengthRatio = null)
{
    /// <summary>Whether these are its two languages, in either order.</summary>
    public bool IsOf(LanguageTag one, LanguageTag other) => (Source == one && Target == other) || (Source == other && Target == one);

    /// <summary>The same in plain words.</summary>
    public override string ToString() => LengthRatio is { } ratio
        ? FormattableString.Invariant($"the {Source} text is {ratio:F0} times longer than the {Target} text")
        : FormattableString.Invariant($"the {Source} and {Target} texts do not look like translations of each other: the mean confidence is {MeanConfidence:F2}");
}
