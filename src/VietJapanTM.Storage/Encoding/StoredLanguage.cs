using System.Collections.Concurrent;
using VietJapanTM.Model;
using VietJapanTM.Storage.Failures;

namespace VietJapanTM.Storage.Encoding;

/// <summary>Reads language tags that were valid when they were written. Thread-safe.</summary>
internal static class StoredLanguage
{
    // Few tags stand beside millions of texts; beyond this many the rest is parsed each time.
    private const int Capacity = 1024;

    private static readonly ConcurrentDictionary<string, LanguageTag> Known = new(StringComparer.Ordinal);

    /// <summary>The tag.</summary>
    /// <exception cref="StoredValueException">The text is no tag in its conventional form.</exception>
    public static LanguageTag Read(string text)
    {
        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        if (!LanguageTag.TryParse(text, out var tag) || !string.Equals(tag.Value, text, StringComparison.Ordinal))
        {
            throw new StoredValueException("A stored language code is not well formed.");
        }

        if (Known.Count < Capacity)
        {
            Known.TryAdd(text, tag);
        }

        return tag;
    }
}
