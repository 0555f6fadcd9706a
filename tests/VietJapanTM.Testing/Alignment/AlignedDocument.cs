using System.Collections.Immutable;
using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Ladders;
using VietJapanTM.Model;

namespace VietJapanTM.Testing.Alignment;

/// <summary>A document of an alignment set in two languages, with its true beads.</summary>
/// <param name="Name">Its name, without pair and language.</param>
/// <param name="Source">One side.</param>
/// <param name="Target">The other.</param>
/// <param name="Gold">The true beads.</param>
public sealed record AlignedDocument(string Name, AlignmentSide Source, AlignmentSide Target, ImmutableArray<Bead> Gold)
{
    /// <summary>Sentences of both sides.</summary>
    public int Sentences => Source.Segments.Length + Target.Segments.Length;

    /// <summary>
    /// Reads every document of a folder that has the pair: <c>NAME.PAIR.gold</c> beside <c>NAME.LANGUAGE</c>, or
    /// <c>NAME.PAIR.LANGUAGE</c> where the pairs of a document differ in their texts.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="pair">Two languages, such as <c>es-en</c>.</param>
    public static IReadOnlyList<AlignedDocument> ReadAll(string folder, string pair) =>
        [.. Directory.GetFiles(folder, $"*.{pair}.gold").Order(StringComparer.Ordinal).Select(gold => Read(gold, pair))];

    private static AlignedDocument Read(string gold, string pair)
    {
        using var reader = File.OpenText(gold);
        return new AlignedDocument(
            Path.GetFileName(gold)[..^$".{pair}.gold".Length], Side(gold, pair, pair[..2]), Side(gold, pair, pair[3..]), [.. LadderReader.Read(reader).ToBeads()]);
    }

    private static AlignmentSide Side(string gold, string pair, string language)
    {
        var stem = gold[..^".gold".Length];
        var own = $"{stem}.{language}";
        var path = File.Exists(own) ? own : $"{stem[..^(pair.Length + 1)]}.{language}";
        return AlignmentSide.OfLines(LanguageTag.Parse(language), File.ReadAllText(path).TrimEnd('\n').Split('\n'));
    }
}
