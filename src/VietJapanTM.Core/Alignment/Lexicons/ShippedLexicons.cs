using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>The lexicons that this assembly carries; each is loaded when it is first asked for. Thread-safe.</summary>
public static class ShippedLexicons
{
    /// <summary>All of them.</summary>
    internal static LexiconShelf Shelf { get; } = new(Read);

    /// <summary>The lexicon of two languages in either order, or null where none is shipped.</summary>
    public static Lexicon? Find(LanguageTag one, LanguageTag other) => Shelf.Find(one.Primary, other.Primary);

    /// <summary>Loads a lexicon anew.</summary>
    internal static Lexicon? Read(string pair)
    {
        // An assembly's resources are mapped memory.
        var stream = typeof(ShippedLexicons).Assembly.GetManifestResourceStream($"Lexicons/{pair}.lexicon");
        return stream is null ? null : Lexicon.Load(new MappedResource((UnmanagedMemoryStream)stream).Memory);
    }
}
