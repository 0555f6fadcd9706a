using System.Diagnostics.CodeAnalysis;
using VietJapanTM.Errors;

namespace VietJapanTM.Model;

/// <summary>
/// A BCP 47 language tag in its conventional case: <c>es</c>, <c>es-MX</c>, <c>sr-Latn</c>, <c>zh-Hans-CN</c>.
/// Source: RFC 5646, sections 2.1 and 2.1.1. Underscores are read as hyphens, and the obsolete codes <c>iw</c>,
/// <c>in</c> and <c>ji</c> as <c>he</c>, <c>id</c> and <c>yi</c>. Immutable; the default value is no language.
/// </summary>
public readonly record struct LanguageTag : IComparable<LanguageTag>
{
    /// <summary>Longest tag that is accepted, in characters.</summary>
    public const int MaxLength = 35;

    private readonly string? _value;

    private LanguageTag(string value) => _value = value;

    /// <summary>Spanish.</summary>
    public static LanguageTag Spanish { get; } = new("es");

    /// <summary>English.</summary>
    public static LanguageTag English { get; } = new("en");

    /// <summary>Vietnamese.</summary>
    public static LanguageTag Vietnamese { get; } = new("vi");

    /// <summary>Japanese.</summary>
    public static LanguageTag Japanese { get; } = new("ja");

    /// <summary>The whole tag; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The primary language subtag: <c>es</c> of <c>es-MX</c>.</summary>
    public string Primary
    {
        get
        {
            var hyphen = Value.IndexOf('-', StringComparison.Ordinal);
            return hyphen < 0 ? Value : Value[..hyphen];
        }
    }

    /// <summary>The script subtag, or null: <c>Latn</c> of <c>sr-Latn</c>.</summary>
    public string? Script
    {
        get
        {
            foreach (var part in Value.Split('-').Skip(1))
            {
                if (part.Length == 1)
                {
                    return null;
                }

                if (part.Length == 4 && char.IsAsciiLetter(part[0]))
                {
                    return part;
                }
            }

            return null;
        }
    }

    /// <summary>Reads a tag.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.LanguageInvalid"/>: not a well-formed tag.</exception>
    public static LanguageTag Parse(string text) =>
        TryParse(text, out var tag)
            ? tag
            : throw new DomainException(
                ErrorCode.LanguageInvalid,
                $"'{Shorten(text)}' is not a language code. Write a BCP 47 tag such as es, en, vi, ja or es-MX.");

    /// <summary>Reads a tag; false where it is not well formed.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LanguageTag tag)
    {
        tag = default;
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength)
        {
            return false;
        }

        var parts = text.Replace('_', '-').Split('-');
        if (parts[0].Length is < 2 or > 3 || !parts[0].All(char.IsAsciiLetter))
        {
            return false;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length is 0 or > 8 || !parts[i].All(char.IsAsciiLetterOrDigit))
            {
                return false;
            }

            parts[i] = Conventional(parts, i);
        }

        // A singleton introduces an extension and needs something after it.
        if (parts[^1].Length == 1)
        {
            return false;
        }

        tag = new LanguageTag(string.Join('-', parts));
        return true;
    }

    /// <summary>
    /// True where text in <paramref name="other"/> answers a question for this tag without reserve: the same tag, or a
    /// more special one in the same script. <c>es</c> covers <c>es-MX</c>; <c>es-MX</c> does not cover <c>es</c>.
    /// </summary>
    public bool Covers(LanguageTag other) =>
        Value.Length > 0
        && (this == other
            || (other.Value.StartsWith(Value + "-", StringComparison.Ordinal)
                && (Script ?? other.Script) == other.Script));

    /// <inheritdoc/>
    public int CompareTo(LanguageTag other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string Conventional(string[] parts, int i)
    {
        var part = parts[i].ToLowerInvariant();
        if (i == 0)
        {
            return part switch { "iw" => "he", "in" => "id", "ji" => "yi", _ => part };
        }

        if (parts.Take(i).Any(p => p.Length == 1))
        {
            return part;
        }

        return part.Length switch
        {
            2 => part.ToUpperInvariant(),
            4 when char.IsAsciiLetter(part[0]) => char.ToUpperInvariant(part[0]) + part[1..],
            _ => part,
        };
    }

    private static string Shorten(string? text) => text is null ? "" : text.Length <= 40 ? text : text[..40] + "…";
}
