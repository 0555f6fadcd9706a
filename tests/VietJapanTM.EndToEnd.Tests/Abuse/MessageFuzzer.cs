using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace VietJapanTM.EndToEnd.Tests.Abuse;

/// <summary>
/// Makes messages that are nearly sensible: well-typed ones whose values are those that programs trip over, and, every second time, such a
/// message with some bytes damaged.
/// </summary>
/// <param name="random">Where the choices come from.</param>
/// <param name="names">Names of things that exist.</param>
internal sealed class MessageFuzzer(Random random, IReadOnlyList<string> names)
{
    private const int MaxDepth = 4;

    /// <summary>One value in so many is nonsense. A request of nonsense alone would be refused at its first field.</summary>
    private const int Nonsense = 20;

    private static readonly string[] SoundTexts =
        ["a", "Hola.", "Asociación Estratégica Integral", "Según la cartera, los dos dirigentes.", "Quan hệ Đối tác Chiến lược Toàn diện", "包括的戦略的パートナーシップ"];

    private static readonly string[] OddTexts =
    [
        "", " ", "e\u0301", "\0", "\uFFFD", "\u202Eabc", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U00020BB7", "\u200B", "\r\n", "((((((((", "<b>&amp;", "' OR 1=1 --",
        "NEAR(\"*", "%00", "../../etc/passwd", "1,000,000.00", "١٢٣", "\u1EE7y ban", "english!", "*", "/", "memories/", "documents/none", "x-private",
        new string('a', 70_000), string.Concat(Enumerable.Repeat("la ", 5_000)),
    ];

    private static readonly string[] Languages = ["es", "en", "vi", "ja", "es-MX", "EN_us"];

    private static readonly long[] OddNumbers = [1, 2, 5, 49, 50, 70, 100, 101, 1_000, 10_001, -1, int.MaxValue, int.MinValue];

    /// <summary>The next message of a type, in bytes.</summary>
    public byte[] Next(MessageDescriptor type)
    {
        var bytes = Message(type, 0).ToByteArray();
        return random.Next(2) == 0 ? bytes : Damage(bytes);
    }

    private bool Odd => random.Next(Nonsense) == 0;

    private IMessage Message(MessageDescriptor type, int depth)
    {
        var message = type.Parser.ParseFrom([]);
        var isSparse = random.Next(3) == 0;
        foreach (var field in type.Fields.InDeclarationOrder().Where(_ => isSparse ? random.Next(2) == 0 : !Odd))
        {
            // The types of google.protobuf are times and masks, most of whose values are out of range.
            if (field.FieldType != FieldType.Message || (depth < MaxDepth && (field.MessageType.File.Package != "google.protobuf" || Odd)))
            {
                Fill(message, field, depth);
            }
        }

        return message;
    }

    private void Fill(IMessage message, FieldDescriptor field, int depth)
    {
        switch (field.Accessor.GetValue(message))
        {
            case IDictionary map:
                map[Value(field.MessageType.FindFieldByNumber(1), depth)] = Value(field.MessageType.FindFieldByNumber(2), depth);
                break;
            case IList list:
                for (var left = random.Next(4); left > 0; left--)
                {
                    list.Add(Value(field, depth));
                }

                break;
            default:
                field.Accessor.SetValue(message, Value(field, depth));
                break;
        }
    }

    private object Value(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.Message => Message(field.MessageType, depth + 1),
        FieldType.String => Text(field.Name),
        FieldType.Bytes => ByteString.CopyFrom(Bytes(random.Next(20))),
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Enum => Odd ? random.Next(-2, 100) : field.EnumType.Values[random.Next(field.EnumType.Values.Count)].Number,
        FieldType.Double => Odd ? double.NaN : random.NextDouble() * 100,
        FieldType.Float => Odd ? float.PositiveInfinity : random.NextSingle() * 100,
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Number(),
        FieldType.UInt64 or FieldType.Fixed64 => (ulong)Number(),
        FieldType.UInt32 or FieldType.Fixed32 => (uint)Number(),
        _ => (int)Number(),
    };

    private long Number() => Odd ? OddNumbers[random.Next(OddNumbers.Length)] : 0;

    private string Text(string field)
    {
        IReadOnlyList<string> pool = field switch
        {
            _ when Odd => OddTexts,
            _ when field.Contains("language", StringComparison.Ordinal) => Languages,
            _ when field.EndsWith("_id", StringComparison.Ordinal) => [$"f{random.Next(1_000_000)}"],
            _ when field.EndsWith("_token", StringComparison.Ordinal) => [""],
            "name" => ["", .. names],
            "parent" or "memory" or "memories" => [.. Named("memories/")],
            "document" or "documents" => [.. Named("documents/")],
            _ => SoundTexts,
        };
        return pool[random.Next(pool.Count)];
    }

    private IEnumerable<string> Named(string collection) => names.Where(
        name => name.StartsWith(collection, StringComparison.Ordinal) && name.LastIndexOf('/') < collection.Length);

    private byte[] Damage(byte[] bytes)
    {
        var damaged = bytes.ToList();
        for (var wounds = random.Next(1, 6); wounds > 0; wounds--)
        {
            var place = random.Next(damaged.Count + 1);
            switch (random.Next(4))
            {
                case 0:
                    damaged.InsertRange(place, Bytes(random.Next(1, 12)));
                    break;
                case 1 when place < damaged.Count:
                    damaged[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    damaged.RemoveRange(place, Math.Min(damaged.Count - place, random.Next(1, 12)));
                    break;
                default:
                    damaged.InsertRange(place, damaged.GetRange(place, Math.Min(damaged.Count - place, random.Next(1, 40))));
                    break;
            }
        }

        return [.. damaged];
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
