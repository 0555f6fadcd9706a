using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VietJapanTM.Storage.Encoding;

// The shapes of the JSON columns. Their names are part of the schema, so they stand apart from the model's.
internal readonly record struct StoredTag(int At, int Kind, int Id, string Data, string? Type);

internal readonly record struct StoredConfidence(string First, string Second, double P);

internal readonly record struct StoredSegment(string T, int P);

internal readonly record struct StoredExample(bool Pass, string From, string Source, string To, string Target);

internal readonly record struct StoredReference(string Target, string Text, bool Graphic);

internal readonly record struct StoredTransaction(int Type, string? Date, string? By);

internal readonly record struct StoredConflict(int Kind, string Id, long Revision);

[JsonSerializable(typeof(StoredTag[]))]
[JsonSerializable(typeof(StoredConfidence[]))]
[JsonSerializable(typeof(StoredSegment[]))]
[JsonSerializable(typeof(StoredExample[]))]
[JsonSerializable(typeof(StoredReference[]))]
[JsonSerializable(typeof(StoredTransaction[]))]
[JsonSerializable(typeof(StoredConflict[]))]
[JsonSerializable(typeof(double[][]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class StoredShapes : JsonSerializerContext
{
    /// <summary>Writes Vietnamese and Japanese as they are; the default escapes them to six bytes a letter.</summary>
    public static StoredShapes Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
