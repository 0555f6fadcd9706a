namespace VietJapanTM.Text.Mending;

/// <summary>The stable words for kinds of edits that go over the wire and into files.</summary>
public static class MendKindNames
{
    private static readonly (MendKind Kind, string Name)[] Names =
    [
        (MendKind.LostSpace, "lost-space"),
        (MendKind.LostSpaceAfterPunctuation, "lost-space-after-punctuation"),
        (MendKind.LostSpaceBeforeOpening, "lost-space-before-opening"),
        (MendKind.LostSpaceAtNumber, "lost-space-at-number"),
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
