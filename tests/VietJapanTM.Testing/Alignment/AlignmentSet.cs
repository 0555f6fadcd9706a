namespace VietJapanTM.Testing.Alignment;

/// <summary>A development set in one pair of languages, with the figures of a dense experiment and those that the aligner must not lose.</summary>
/// <param name="Name">The set's folder.</param>
/// <param name="Pair">Two languages, such as <c>es-en</c>.</param>
/// <param name="PrototypeStrict">Strict F1 of the experiment.</param>
/// <param name="PrototypeLax">Lax F1.</param>
/// <param name="StrictFloor">Strict F1 that the aligner has reached.</param>
/// <param name="LaxFloor">Lax F1 likewise.</param>
public sealed record AlignmentSet(string Name, string Pair, double PrototypeStrict, double PrototypeLax, double StrictFloor, double LaxFloor)
{
    /// <summary>Every set and pair.</summary>
    public static IReadOnlyList<AlignmentSet> All { get; } =
    [
        new("ntrexdev-light", "es-en", 0.990, 0.999, 0.996, 0.999),
        new("ntrexdev-light", "en-vi", 0.989, 0.997, 0.998, 0.999),
        new("ntrexdev-light", "en-ja", 0.989, 0.999, 0.997, 0.999),
        new("ntrexdev-light", "es-vi", 0.993, 0.998, 0.996, 0.999),
        new("ntrexdev-light", "es-ja", 0.989, 0.999, 0.995, 0.999),
        new("ntrexdev-hard", "es-en", 0.964, 0.999, 0.997, 0.998),
        new("ntrexdev-hard", "en-vi", 0.946, 0.991, 0.995, 0.998),
        new("ntrexdev-hard", "en-ja", 0.942, 0.993, 0.998, 0.999),
        new("ntrexdev-hard", "es-vi", 0.950, 0.984, 0.990, 0.998),
        new("ntrexdev-hard", "es-ja", 0.954, 0.994, 0.990, 0.998),
        new("lohelp", "es-en", 0.966, 0.998, 0.9815, 0.9985),
        new("lohelp", "en-vi", 0.959, 0.998, 0.981, 0.999),
        new("lohelp", "es-vi", 0.957, 0.996, 0.979, 0.996),
        new("lohelp", "es-ja", 0.957, 0.996, 0.974, 0.996),
    ];

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Pair}";
}
