using System.Collections.Concurrent;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>The lexicons that this assembly carries; each is loaded when it is first asked for. Thread-safe.</summary>
public static class ShippedLexicons
{
    private const string Pivot = "en";
    private static readonly ConcurrentDictionary<string, Lazy<Lexicon?>> Loaded = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(string First, string Second), LexiconRoute?> Routes = new();

    /// <summary>The lexicon of two languages in either order, or null where none is shipped.</summary>
    public static Lexicon? Find(LanguageTag one, LanguageTag other) =>
        Load(one.Primary, other.Primary) ?? Load(other.Primary, one.Primary);

    /// <summary>
    /// What bears on the two languages, with the first language of the route as the first of its lexicons; null where nothing
    /// is shipped. A direct lexicon that is only there the other way round answers for that order alone.
    /// </summary>
    internal static LexiconRoute? Route(string first, string second) =>
        Routes.GetOrAdd((first, second), static pair => Plan(pair.First, pair.Second));

    private static LexiconRoute? Plan(string first, string second)
    {
        var direct = Load(first, second);
        if (direct is null && Load(second, first) is not null)
        {
            return null;
        }

        var route = first == second ? null : new LexiconRoute(direct, Load(first, Pivot), Load(second, Pivot));
        return route is null or { Direct: null, FirstToPivot: null } ? null : route;
    }

    private static Lexicon? Load(string first, string second) =>
        Loaded.GetOrAdd($"{first}-{second}", static name => new Lazy<Lexicon?>(() => Read(name))).Value;

    /// <summary>Loads a lexicon anew.</summary>
    internal static Lexicon? Read(string pair)
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
