using System.Collections.Concurrent;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>The lexicons that this assembly carries; each is loaded when it is first asked for. Thread-safe.</summary>
public static class ShippedLexicons
{
    private static readonly ConcurrentDictionary<string, Lazy<Lexicon?>> _loaded = new(StringComparer.Ordinal);

    /// <summary>The lexicon of two languages in either order, or null where none is shipped.</summary>
    public static Lexicon? Find(LanguageTag one, LanguageTag other) =>
        Load($"{one.Primary}-{other.Primary}") ?? Load($"{other.Primary}-{one.Primary}");

    private static Lexicon? Load(string pair) =>
        _loaded.GetOrAdd(pair, static name => new Lazy<Lexicon?>(() => Read(name))).Value;

    private static Lexicon? Read(string pair)
    {
        using var stream = typeof(ShippedLexicons).Assembly.GetManifestResourceStream($"Lexicons/{pair}.lexicon");
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Lexicon.Load(bytes);
    }
}
