using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Alignment.Review;

/// <summary>
/// What a review of beads does to the stored units of a document. Only units that the review itself changes are touched: what somebody
/// changed or deleted elsewhere stays so. A text that somebody wrote over the document's goes with its place: it stands in the units that
/// are made of that place from now on.
/// </summary>
internal sealed class ReviewedUnits
{
    private readonly Dictionary<string, TranslationUnit> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TranslationUnit> _standing = new(StringComparer.Ordinal);
    private readonly Dictionary<(LanguageTag Language, int? Position, string Text), List<(string Key, Variant Variant)>> _sources = [];
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    /// <summary>Finds the stored unit of each unit that the beads made before the review.</summary>
    /// <param name="before">What the beads made.</param>
    /// <param name="stored">The stored units of the document.</param>
    public ReviewedUnits(IEnumerable<TranslationUnit> before, IEnumerable<TranslationUnit> stored)
    {
        var byPlace = stored.ToLookup(Place, StringComparer.Ordinal);
        foreach (var unit in before)
        {
            _before.Add(Key(unit), unit);
            if (byPlace[Place(unit)].OrderByDescending(u => HasTexts(u, unit)).FirstOrDefault() is { } standing)
            {
                _standing.Add(Key(unit), standing);
                foreach (var variant in unit.Variants)
                {
                    Note(variant, Key(unit), standing);
                }
            }
        }
    }

    /// <summary>The operations that make of the stored units what the beads make after the review.</summary>
    public IEnumerable<ChangeOperation> ToOperations(IReadOnlyCollection<TranslationUnit> after)
    {
        var now = after.Select(Key).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in after)
        {
            var key = Key(unit);
            if (_before.TryGetValue(key, out var was) && IsSame(was, unit))
            {
                continue;
            }

            yield return new ChangeOperation.PutUnit(
                _standing.TryGetValue(key, out var standing) ? Reviewed(standing, unit)
                : Separated(unit, now) is { } whole && _kept.Add(whole.Id) ? Part(whole, unit)
                : unit with { Variants = [.. unit.Variants.Select(Dressed)] });
        }

        foreach (var (key, standing) in _standing)
        {
            if (!now.Contains(key) && !_kept.Contains(standing.Id) && HasTexts(standing, _before[key]))
            {
                yield return new ChangeOperation.DeleteUnit(standing.Id);
            }
        }
    }

    /// <summary>Where the variants stand that have a place, whatever their texts.</summary>
    private static string Place(TranslationUnit unit) => string.Join('\u0001', Placed(unit).Select(v => $"{v.Language}\u0002{v.Position}"));

    /// <summary>The same of a unit that beads make, with the texts, which tell how far it reaches.</summary>
    private static string Key(TranslationUnit unit) => string.Join('\u0001', Placed(unit).Select(v => $"{v.Language}\u0002{v.Position}\u0002{v.Text}"));

    private static IEnumerable<Variant> Placed(TranslationUnit unit) =>
        unit.Variants.Where(v => v.Position is not null).OrderBy(v => v.Language.Value, StringComparer.Ordinal);

    /// <summary>Does a stored unit say just what the beads make, and nothing that somebody wrote?</summary>
    private static bool HasTexts(TranslationUnit stored, TranslationUnit made) =>
        stored.Variants.Length == made.Variants.Length && string.Equals(Key(stored), Key(made), StringComparison.Ordinal);

    /// <summary>Do the beads make the same of a place before and after the review?</summary>
    private static bool IsSame(TranslationUnit one, TranslationUnit other) =>
        one.Confidences.SequenceEqual(other.Confidences) && one.Variants.Select(v => v.Status).SequenceEqual(other.Variants.Select(v => v.Status));

    private static (LanguageTag Language, int? Position, string Text) Span(Variant made) => (made.Language, made.Position, made.Text);

    private void Note(Variant made, string key, TranslationUnit standing)
    {
        if (!_sources.TryGetValue(Span(made), out var sources))
        {
            _sources.Add(Span(made), sources = []);
        }

        sources.Add((key, standing.Variants.First(v => v.Language == made.Language && v.Position == made.Position)));
    }

    /// <summary>The stored unit that held all of a unit's languages and more, which no bead joins any longer; or null.</summary>
    private TranslationUnit? Separated(TranslationUnit unit, HashSet<string> now) =>
        _sources.GetValueOrDefault(Span(unit.Variants[0]), [])
            .Where(s => !now.Contains(s.Key) && unit.Variants.All(v => _before[s.Key].Variants.Any(b => Span(b) == Span(v))))
            .Select(s => _standing[s.Key])
            .FirstOrDefault();

    /// <summary>A separated unit keeps its id, key, attributes and what somebody added for its first part.</summary>
    private TranslationUnit Part(TranslationUnit whole, TranslationUnit unit) => whole with
    {
        Confidences = unit.Confidences,
        Variants = [.. unit.Variants.Select(Dressed), .. whole.Variants.Where(v => v.Position is null)],
    };

    private static TranslationUnit Reviewed(TranslationUnit stored, TranslationUnit unit) => stored with
    {
        Confidences = unit.Confidences,
        Variants = [.. stored.Variants.Select(v => unit.Variants.FirstOrDefault(u => u.Language == v.Language && u.Position == v.Position) is { } made ? Reviewed(v, made) : v)],
    };

    /// <summary>The text that stands at the place of a variant today, as a review sees it.</summary>
    private Variant Dressed(Variant made) =>
        _sources.TryGetValue(Span(made), out var sources) ? Reviewed(sources.OrderBy(s => s.Variant.Text == made.Text).First().Variant, made) : made;

    /// <summary>A review says something of the document's text; a text that somebody wrote over it has a status of its own.</summary>
    private static Variant Reviewed(Variant stored, Variant made) =>
        string.Equals(stored.Text, made.Text, StringComparison.Ordinal) ? stored with { Status = made.Status, UpdateTime = null } : stored;
}
