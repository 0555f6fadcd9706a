using System.Collections.Immutable;
using System.Text;
using VietJapanTM.Matching.Adaptation.Dates;
using VietJapanTM.Matching.Adaptation.Numbers;
using VietJapanTM.Matching.Adaptation.Placeables;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Text;

namespace VietJapanTM.Matching.Adaptation;

/// <summary>
/// Edits stored translations so that they fit a query that differs from the stored source in numbers, dates, times, units, codes, names or
/// terms, and in nothing else. Everything that differs must have one certain place in the translation; otherwise nothing is edited:
/// no suggestion is better than a wrong one. DESIGN.md beside this file says when it is certain. Immutable and thread-safe.
/// </summary>
public sealed class TargetAdapter
{
    private readonly TermRecognizer? _glossary;
    private readonly TermRewriter? _terms;

    /// <summary>Makes an adapter.</summary>
    /// <param name="glossary">The terms that may be repaired, or null for none.</param>
    public TargetAdapter(TermRecognizer? glossary = null)
    {
        _glossary = glossary is { Languages.Count: > 0 } ? glossary : null;
        _terms = _glossary is null ? null : new TermRewriter(_glossary);
    }

    /// <summary>The edited translation, or null where none is certain or nothing is to be edited. Time is linear in the texts.</summary>
    /// <param name="query">The text that was looked up.</param>
    /// <param name="queryLanguage">Its language.</param>
    /// <param name="source">The stored text that resembles it.</param>
    /// <param name="target">The stored translation.</param>
    public AdaptedTarget? Adapt(string query, LanguageTag queryLanguage, Variant source, Variant target)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        var asked = PlaceableReader.Read(query, queryLanguage, _glossary);
        var stored = PlaceableReader.Read(source.Text, source.Language, _glossary);
        if (Differences(stored, asked) is not { Count: > 0 } differences)
        {
            return null;
        }

        var offered = PlaceableReader.Read(target.Text, target.Language, glossary: null);
        var edits = new List<(TargetDraft Draft, Placeable Stored, Placeable Asked)>(differences.Count);
        foreach (var (old, wanted) in differences)
        {
            if (Rewrite(stored, old, asked, wanted, offered) is not { } draft)
            {
                return null;
            }

            edits.Add((draft, old, wanted));
        }

        edits.Sort((a, b) => a.Draft.Start.CompareTo(b.Draft.Start));
        return Overlap(edits) || edits.Exists(e => target.Tags.Any(t => t.Position > e.Draft.Start && t.Position < e.Draft.End))
            ? null
            : Assemble(query, source, target, edits);
    }

    /// <summary>The placeables that differ; null where anything else does.</summary>
    private static List<(Placeable Stored, Placeable Asked)>? Differences(PlaceableText stored, PlaceableText asked)
    {
        if (stored.Elements.Count != asked.Elements.Count)
        {
            return null;
        }

        var differences = new List<(Placeable, Placeable)>();
        for (var i = 0; i < stored.Elements.Count; i++)
        {
            var (first, second) = (stored.Elements[i], asked.Elements[i]);
            if (first.Placeable?.GetType() != second.Placeable?.GetType() || (first.Placeable is null && first.Key != second.Key)
                || (first.Placeable is TermPlaceable a && second.Placeable is TermPlaceable b && a.Article != b.Article))
            {
                return null;
            }

            if (first.Key != second.Key)
            {
                differences.Add((first.Placeable!, second.Placeable!));
            }
        }

        return differences;
    }

    private TargetDraft? Rewrite(PlaceableText source, Placeable stored, PlaceableText query, Placeable asked, PlaceableText target) => (stored, asked) switch
    {
        (NumberPlaceable old, NumberPlaceable wanted) => NumberRewriter.Rewrite(source, old, query, wanted, target),
        (DatePlaceable old, DatePlaceable wanted) => DateRewriter.Rewrite(source, old, wanted, target),
        (LiteralPlaceable old, LiteralPlaceable wanted) => LiteralRewriter.Rewrite(source, old, wanted, target),
        (TermPlaceable old, TermPlaceable wanted) => _terms?.Rewrite(source, old, wanted, target),
        _ => null,
    };

    private static bool Overlap(List<(TargetDraft Draft, Placeable, Placeable)> edits)
    {
        for (var i = 1; i < edits.Count; i++)
        {
            if (edits[i].Draft.Start < edits[i - 1].Draft.End)
            {
                return true;
            }
        }

        return false;
    }

    private static AdaptedTarget Assemble(string query, Variant source, Variant target, List<(TargetDraft Draft, Placeable Stored, Placeable Asked)> edits)
    {
        var text = new StringBuilder(target.Text);
        var starts = new int[edits.Count];
        var shift = 0;
        for (var i = 0; i < edits.Count; i++)
        {
            var draft = edits[i].Draft;
            starts[i] = draft.Start + shift;
            text.Remove(starts[i], draft.End - draft.Start).Insert(starts[i], draft.NewText);
            shift += draft.NewText.Length - (draft.End - draft.Start);
        }

        var adapted = text.ToString();
        var spans = (Query: new CodePointCounter(query), Source: new CodePointCounter(source.Text), Target: new CodePointCounter(target.Text), Adapted: new CodePointCounter(adapted));
        return new AdaptedTarget(adapted, Shift(target.Tags, edits), [.. edits.Select((e, i) => new TargetEdit
        {
            Kind = e.Draft.Kind,
            Query = spans.Query.Span(e.Asked.Start, e.Asked.End),
            Source = spans.Source.Span(e.Stored.Start, e.Stored.End),
            Target = spans.Target.Span(e.Draft.Start, e.Draft.End),
            Adapted = spans.Adapted.Span(starts[i], starts[i] + e.Draft.NewText.Length),
            OldText = target.Text[e.Draft.Start..e.Draft.End],
            NewText = e.Draft.NewText,
            ConceptId = e.Draft.ConceptId,
            ReplacedConceptId = e.Draft.ReplacedConceptId,
            NeedsReview = e.Draft.NeedsReview,
        })]);
    }

    private static ImmutableArray<InlineTag> Shift(ImmutableArray<InlineTag> tags, List<(TargetDraft Draft, Placeable, Placeable)> edits) =>
    [
        .. tags.Select(tag => tag with
        {
            Position = tag.Position + edits.Where(e => e.Draft.End <= tag.Position).Sum(e => e.Draft.NewText.Length - (e.Draft.End - e.Draft.Start)),
        }),
    ];
}
