using VietJapanTM.Matching.Adaptation.Placeables;

namespace VietJapanTM.Matching.Adaptation;

/// <summary>Exchanges what both languages write alike: times of day, symbols of units and currencies, codes.</summary>
internal static class LiteralRewriter
{
    /// <summary>The edit, or null where nothing is certain.</summary>
    public static TargetDraft? Rewrite(PlaceableText source, LiteralPlaceable stored, LiteralPlaceable asked, PlaceableText target)
    {
        if (stored.Kind != asked.Kind || CountOf(source, stored) != 1 || CountOf(target, stored) != 1 || !Fits(stored, asked, target))
        {
            return null;
        }

        var place = target.Placeables.OfType<LiteralPlaceable>().Single(p => p.Kind == stored.Kind && p.Text == stored.Text);
        return target.Text[place.Start..place.End] == stored.Text ? new TargetDraft(stored.Kind, place.Start, place.End, asked.Text) : null;
    }

    /// <summary>How often a text has it, also as a part of something else.</summary>
    private static int CountOf(PlaceableText text, LiteralPlaceable literal)
    {
        var tokens = text.Tokens.Count(t => t.Of(text.Text).SequenceEqual(literal.Text));
        return Math.Max(tokens, text.Placeables.Count(p => p is LiteralPlaceable other && other.Kind == literal.Kind && other.Text == literal.Text));
    }

    private static bool Fits(LiteralPlaceable stored, LiteralPlaceable asked, PlaceableText target) => stored.Kind switch
    {
        TargetEditKind.Code => stored.Text.TrimEnd("0123456789".ToCharArray()) == asked.Text.TrimEnd("0123456789".ToCharArray()),
        TargetEditKind.Time => Hour(stored.Text) == Hour(asked.Text) || !DayParts.In(target.Text, target.Language),
        _ => true,
    };

    private static string Hour(string time) => time[..time.IndexOf(':', StringComparison.Ordinal)];
}
