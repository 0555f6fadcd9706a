using System.Collections.Concurrent;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// A set of lexicons by pair of languages, each read when it is first asked for, and the routes through them. Thread-safe.
/// </summary>
internal sealed class LexiconShelf
{
    private const string Pivot = "en";
    private readonly Func<string, Lexicon?> _read;
    private readonly ConcurrentDictionary<string, Lazy<Lexicon?>> _loaded = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string First, string Second, bool Pivoted), LexiconRoute?> _routes = new();

    /// <param name="read">Reads the lexicon of a pair such as <c>es-en</c>, or gives null where there is none.</param>
    public LexiconShelf(Func<string, Lexicon?> read) => _read = read;

    /// <summary>The lexicons of a folder, <c>PAIR.lexicon</c>.</summary>
    public static LexiconShelf OfFolder(string folder) => new(pair =>
    {
        var path = Path.Combine(folder, pair + ".lexicon");
        return File.Exists(path) ? Lexicon.Load(File.ReadAllBytes(path)) : null;
    });

    /// <summary>The lexicon of two languages in either order, or null.</summary>
    public Lexicon? Find(string one, string other) => Load(one, other) ?? Load(other, one);

    /// <summary>
    /// What bears on the two languages, with the first language of the route as the first of its lexicons; null where there is
    /// nothing. A direct lexicon that is only there the other way round answers for that order alone.
    /// </summary>
    /// <param name="first">Primary subtag.</param>
    /// <param name="second">Primary subtag.</param>
    /// <param name="pivoted">Whether a way through the pivot language counts.</param>
    public LexiconRoute? Route(string first, string second, bool pivoted = true) =>
        _routes.GetOrAdd((first, second, pivoted), key => Plan(key.First, key.Second, key.Pivoted));

    private LexiconRoute? Plan(string first, string second, bool pivoted)
    {
        var direct = Load(first, second);
        if (direct is null && Load(second, first) is not null)
        {
            return null;
        }

        var route = first == second ? null
            : new LexiconRoute(direct, pivoted ? Load(first, Pivot) : null, pivoted ? Load(second, Pivot) : null);
        return route is null or { Direct: null, FirstToPivot: null } ? null : route;
    }

    private Lexicon? Load(string first, string second) =>
        _loaded.GetOrAdd($"{first}-{second}", name => new Lazy<Lexicon?>(() => _read(name))).Value;
}
