using System.Runtime.InteropServices;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>
/// Analyses tokens of one language under one profile and remembers them, because folding a word costs far more than finding it. A hash table
/// whose readers take no lock: a slot is written once, its hash last. When it is full, all are forgotten. Thread-safe.
/// </summary>
internal sealed class FormCache(SegmentAnalyzer analyzer)
{
    private const int MinSlots = 1 << 10;

    private const int MaxSlots = 1 << 16;

    /// <summary>How far from its place a token may stand; so no choice of tokens makes a search long.</summary>
    private const int MaxProbes = 8;

    /// <summary>Longer tokens are not remembered.</summary>
    private const int MaxLength = 64;

    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    private readonly Lock _adding = new();
    private Slot[] _slots = new Slot[MinSlots];
    private int _count;

    public SegmentAnalyzer Analyzer => analyzer;

    /// <summary>What a token is compared by.</summary>
    public AnalyzedForm Find(ReadOnlySpan<char> token, TokenKind kind)
    {
        var ends = Ends.Of(token);
        var hash = HashOf(token, ends);
        var slots = Volatile.Read(ref _slots);
        for (var probe = 0U; probe < MaxProbes; probe++)
        {
            ref readonly var slot = ref slots[(hash + probe) & (uint)(slots.Length - 1)];
            var found = Volatile.Read(in slot.Hash);
            if (found == hash && slot.Ends.Are(ends) && (token.Length <= Ends.Chars || token.SequenceEqual(slot.Token)))
            {
                return slot.Form;
            }

            if (found == 0)
            {
                break;
            }
        }

        return Add(token.ToString(), hash, ends, kind);
    }

    /// <summary>Never 0, which marks an empty slot.</summary>
    private static uint HashOf(ReadOnlySpan<char> token, in Ends ends)
    {
        const ulong prime = 0x9E3779B97F4A7C15;
        var hash = (Seed ^ (uint)ends.Length ^ ends.First) * prime;
        hash = (hash ^ ends.Last ^ (hash >> 32)) * prime;
        for (var at = 4; at < token.Length - 4; at += 4)
        {
            hash = (hash ^ Ends.Four(token, Math.Min(at, token.Length - 4)) ^ (hash >> 32)) * prime;
        }

        return Math.Max(1, (uint)(hash >> 32));
    }

    private AnalyzedForm Add(string token, uint hash, in Ends ends, TokenKind kind)
    {
        var form = new AnalyzedForm(analyzer.FormOf(token, kind), analyzer.Profile);
        if (token.Length <= MaxLength)
        {
            lock (_adding)
            {
                while (2 * _count >= _slots.Length || !TryPut(_slots, new Slot { Hash = hash, Ends = ends, Token = token, Form = form }))
                {
                    Grow();
                }

                _count++;
            }
        }

        return form;
    }

    /// <summary>False where the places for a hash are taken. A token that another thread has just added may stand there twice.</summary>
    private static bool TryPut(Slot[] slots, in Slot added)
    {
        for (var probe = 0U; probe < MaxProbes; probe++)
        {
            ref var slot = ref slots[(added.Hash + probe) & (uint)(slots.Length - 1)];
            if (slot.Hash == 0)
            {
                (slot.Ends, slot.Token, slot.Form) = (added.Ends, added.Token, added.Form);
                Volatile.Write(ref slot.Hash, added.Hash);
                return true;
            }
        }

        return false;
    }

    /// <summary>Twice as many slots, or none filled where they are many already.</summary>
    private void Grow()
    {
        var slots = new Slot[_slots.Length < MaxSlots ? _slots.Length * 2 : MinSlots];
        _count = 0;
        foreach (ref readonly var slot in _slots.AsSpan(0, slots.Length > _slots.Length ? _slots.Length : 0))
        {
            _count += slot.Hash != 0 && TryPut(slots, slot) ? 1 : 0;
        }

        Volatile.Write(ref _slots, slots);
    }

    /// <summary>A remembered token; empty where the hash is 0.</summary>
    private struct Slot
    {
        public uint Hash;
        public Ends Ends;
        public string Token;
        public AnalyzedForm Form;
    }

    /// <summary>A token's length, its first four characters and its last four, which is all of most tokens: they are compared without their text.</summary>
    private readonly struct Ends(int length, ulong first, ulong last)
    {
        /// <summary>No more characters than that are the token.</summary>
        public const int Chars = 8;

        public readonly ulong First = first;

        public readonly ulong Last = last;

        public readonly int Length = length;

        public static Ends Of(ReadOnlySpan<char> token)
        {
            if (token.Length >= 4)
            {
                return new Ends(token.Length, Four(token, 0), Four(token, token.Length - 4));
            }

            var all = 0UL;
            foreach (var letter in token)
            {
                all = (all << 16) | letter;
            }

            return new Ends(token.Length, all, 0);
        }

        public bool Are(in Ends other) => First == other.First && Last == other.Last && Length == other.Length;

        public static ulong Four(ReadOnlySpan<char> token, int at) =>
            MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(token.Slice(at, 4)));
    }
}
