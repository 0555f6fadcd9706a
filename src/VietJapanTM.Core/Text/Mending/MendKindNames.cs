using VietJapanTM.Errors;

namespace VietJapanTM.Text.Mending;

/// <summary>The stable words for kinds of edits that go over the wire and into files.</summary>
public static class MendKindNames
{
    private const string Every = "all";

    private static readonly (MendKind Kind, string Name)[] Names =
    [
        (MendKind.LostSpace, "lost-space"),
        (MendKind.LostSpaceAfterPunctuation, "lost-space-after-punctuation"),
        (MendKind.LostSpaceBeforeOpening, "lost-space-before-opening"),
        (MendKind.LostSpaceAtNumber, "lost-space-at-number"),
        (MendKind.HyphenatedWord, "hyphenated-word"),
        (MendKind.Mojibake, "mojibake"),
        (MendKind.Decomposed, "decomposed"),
        (MendKind.NoBreakSpace, "no-break-space"),
        (MendKind.DoubledSpace, "doubled-space"),
    ];

    /// <summary>All words, in the order of the kinds.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Select(n => n.Name)];

    /// <summary>The word for a single kind: <c>lost-space</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a single kind.</exception>
    public static string Of(MendKind kind)
    {
        foreach (var (known, name) in Names)
        {
            if (known == kind)
            {
                return name;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a single kind of edit.");
    }

    /// <summary>The words for a combination of kinds.</summary>
    public static IEnumerable<string> ToNames(MendKind kinds) => Names.Where(n => kinds.HasFlag(n.Kind)).Select(n => n.Name);

    /// <summary>Reads a list of kinds.</summary>
    /// <param name="names">Words of <see cref="All"/>, or <c>all</c>; none stands for <see cref="MendKind.Default"/>.</param>
    /// <param name="field">What holds them, for messages.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>: a word that stands for no kind.</exception>
    public static MendKind Parse(IEnumerable<string> names, string field)
    {
        ArgumentNullException.ThrowIfNull(names);
        var kinds = MendKind.None;
        foreach (var name in names)
        {
            kinds |= name == Every ? MendKind.All
                : TryParse(name, out var kind) ? kind
                : throw new DomainException(
                    ErrorCode.ArgumentInvalid, $"{field}: '{name}' is no kind of edit. Give {string.Join(", ", All)}, or {Every}.", field);
        }

        return kinds == MendKind.None ? MendKind.Default : kinds;
    }

    /// <summary>The kind that a word stands for; false for an unknown word.</summary>
    public static bool TryParse(string? name, out MendKind kind)
    {
        foreach (var (known, word) in Names)
        {
            if (word == name)
            {
                kind = known;
                return true;
            }
        }

        kind = MendKind.None;
        return false;
    }
}
