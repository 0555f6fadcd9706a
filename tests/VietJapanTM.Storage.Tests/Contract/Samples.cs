using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Contract;

/// <summary>Things to store.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Memory Memory(string id = "news") => new() { Id = id };

    public static TranslationUnit Unit(string source, string target, string memory = "news") => new()
    {
        MemoryId = memory,
        Variants =
        [
            new Variant { Language = LanguageTag.Spanish, Text = source },
            new Variant { Language = LanguageTag.Vietnamese, Text = target },
        ],
    };

    public static Change Change(params ChangeOperation[] operations) => new() { Operations = operations };

    public static ChangeOperation PutMemory(string id = "news") => new ChangeOperation.PutMemory(Memory(id));

    public static ChangeOperation Put(string source, string target) => new ChangeOperation.PutUnit(Unit(source, target));

    public static ChangeOperation Put(TranslationUnit unit) => new ChangeOperation.PutUnit(unit);

    /// <summary>Two-language units as an import gives them, made while they are enumerated.</summary>
    public static IEnumerable<ChangeOperation> Import(int units)
    {
        yield return PutMemory();
        for (var i = 0; i < units; i++)
        {
            yield return Put(
                $"El presidente recibió a la delegación número {i} en La Habana y destacó los lazos históricos entre ambos países.",
                $"Chủ tịch đã tiếp đoàn đại biểu số {i} tại La Habana và nêu bật mối quan hệ lịch sử giữa hai nước.");
        }
    }

    /// <summary>Operations that nobody may look at.</summary>
    public static IEnumerable<ChangeOperation> NotToBeEnumerated()
    {
        Assert.Fail("The operations were enumerated.");
        yield break;
    }
}
