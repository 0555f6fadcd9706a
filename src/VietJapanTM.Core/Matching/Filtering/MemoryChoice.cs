using VietJapanTM.Model;

namespace VietJapanTM.Matching.Filtering;

/// <summary>A memory that a look-up searches, with what counts for this look-up alone.</summary>
/// <param name="MemoryId">The memory.</param>
/// <param name="Priority">Its priority here; null for its own.</param>
/// <param name="Penalty">Its penalty here, 0 to 100; null for its own.</param>
public sealed record MemoryChoice(string MemoryId, int? Priority = null, int? Penalty = null)
{
    /// <summary>A memory as it is.</summary>
    public static implicit operator MemoryChoice(string memoryId) => new(memoryId);

    /// <summary>The settings that count.</summary>
    internal Memory ApplyTo(Memory memory) =>
        Priority is null && Penalty is null
            ? memory
            : memory with { Priority = Priority ?? memory.Priority, Penalty = Penalty ?? memory.Penalty };
}
