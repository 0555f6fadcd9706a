using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VietJapanTM.Model;
using VietJapanTM.Storage.Failures;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Encoding;

/// <summary>The JSON columns. An empty list is written as NULL where the column allows it.</summary>
internal static class StoredJson
{
    private static readonly StoredShapes Shapes = StoredShapes.Relaxed;

    public static string? OfTags(ImmutableArray<InlineTag> tags) =>
        Write(tags, t => new StoredTag(t.Position, (int)t.Kind, t.Id, t.Data, t.Type), Shapes.StoredTagArray);

    public static ImmutableArray<InlineTag> ToTags(string? json) =>
        Read(json, Shapes.StoredTagArray, t => new InlineTag(t.At, (InlineTagKind)t.Kind, t.Id, t.Data, t.Type));

    public static string? OfConfidences(ImmutableArray<PairConfidence> confidences) => Write(
        confidences, c => new StoredConfidence(c.First.Value, c.Second.Value, c.Confidence), Shapes.StoredConfidenceArray);

    public static ImmutableArray<PairConfidence> ToConfidences(string? json) => Read(
        json, Shapes.StoredConfidenceArray, c => new PairConfidence(StoredLanguage.Read(c.First), StoredLanguage.Read(c.Second), c.P));

    public static string OfSegments(ImmutableArray<DocumentSegment> segments) =>
        Write(segments, s => new StoredSegment(s.Text, s.Paragraph), Shapes.StoredSegmentArray) ?? "[]";

    public static ImmutableArray<DocumentSegment> ToSegments(string json) =>
        Read(json, Shapes.StoredSegmentArray, s => new DocumentSegment(s.T, s.P));

    /// <summary>Six numbers a bead: source start and count, target start and count, confidence, status.</summary>
    public static string OfBeads(ImmutableArray<Bead> beads) => Write(
        beads,
        b => new[] { b.SourceStart, b.SourceCount, b.TargetStart, b.TargetCount, b.Confidence, (double)b.Status },
        Shapes.DoubleArrayArray) ?? "[]";

    public static ImmutableArray<Bead> ToBeads(string json) => Read(
        json,
        Shapes.DoubleArrayArray,
        b => b is [var s, var sn, var t, var tn, var p, var status]
            ? new Bead((int)s, (int)sn, (int)t, (int)tn, p, (BeadStatus)(int)status)
            : throw new StoredValueException("A stored bead has not six numbers."));

    public static string? OfExamples(ImmutableArray<ConceptExample> examples) => Write(
        examples,
        e => new StoredExample(e.Passes, e.SourceLanguage.Value, e.Source, e.TargetLanguage.Value, e.Target),
        Shapes.StoredExampleArray);

    public static ImmutableArray<ConceptExample> ToExamples(string? json) => Read(
        json,
        Shapes.StoredExampleArray,
        e => new ConceptExample(e.Pass, StoredLanguage.Read(e.From), e.Source, StoredLanguage.Read(e.To), e.Target));

    public static string? OfReferences(ImmutableArray<ExternalReference> references) =>
        Write(references, r => new StoredReference(r.Target, r.Text, r.IsGraphic), Shapes.StoredReferenceArray);

    public static ImmutableArray<ExternalReference> ToReferences(string? json) =>
        Read(json, Shapes.StoredReferenceArray, r => new ExternalReference(r.Target, r.Text, r.Graphic));

    public static string? OfTransactions(ImmutableArray<EntryTransaction> transactions) =>
        Write(transactions, t => new StoredTransaction((int)t.Type, t.Date, t.Responsibility), Shapes.StoredTransactionArray);

    public static ImmutableArray<EntryTransaction> ToTransactions(string? json) =>
        Read(json, Shapes.StoredTransactionArray, t => new EntryTransaction((TransactionType)t.Type, t.Date, t.By));

    public static string? OfConflicts(ImmutableArray<RevertConflict> conflicts) =>
        Write(conflicts, c => new StoredConflict((int)c.Kind, c.Id, c.Revision), Shapes.StoredConflictArray);

    public static ImmutableArray<RevertConflict> ToConflicts(string? json) =>
        Read(json, Shapes.StoredConflictArray, c => new RevertConflict((RevertedKind)c.Kind, c.Id, c.Revision));

    public static string? OfStrings(ImmutableArray<string> values) => Write(values, v => v, Shapes.StringArray);

    public static ImmutableArray<string> ToStrings(string? json) => Read(json, Shapes.StringArray, v => v);

    public static string OfLanguages(ImmutableArray<LanguageTag> languages) =>
        Write(languages, l => l.Value, Shapes.StringArray) ?? "[]";

    public static ImmutableArray<LanguageTag> ToLanguages(string json) => Read(json, Shapes.StringArray, StoredLanguage.Read);

    public static string? OfAttributes(ImmutableSortedDictionary<string, string> attributes) => attributes.IsEmpty
        ? null
        : JsonSerializer.Serialize(
            new SortedDictionary<string, string>(attributes, StringComparer.Ordinal), Shapes.SortedDictionaryStringString);

    public static ImmutableSortedDictionary<string, string> ToAttributes(string? json)
    {
        var none = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        return json is null ? none : none.AddRange(JsonSerializer.Deserialize(json, Shapes.SortedDictionaryStringString) ?? []);
    }

    private static string? Write<T, TStored>(ImmutableArray<T> values, Func<T, TStored> map, JsonTypeInfo<TStored[]> shape) =>
        values.IsEmpty ? null : JsonSerializer.Serialize(values.Select(map).ToArray(), shape);

    private static ImmutableArray<T> Read<T, TStored>(string? json, JsonTypeInfo<TStored[]> shape, Func<TStored, T> map) =>
        json is null ? [] : [.. (JsonSerializer.Deserialize(json, shape) ?? []).Select(map)];
}
