using Google.Protobuf.WellKnownTypes;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Server.Mapping;

/// <summary>Which parts of a unit an update changes.</summary>
internal static class UnitMask
{
    private static readonly Dictionary<string, Func<TranslationUnit, TranslationUnit, TranslationUnit>> Fields = new(StringComparer.Ordinal)
    {
        ["key"] = (to, from) => to with { Key = from.Key },
        ["document"] = (to, from) => to with { DocumentId = from.DocumentId },
        ["variants"] = (to, from) => to with { Variants = from.Variants, Confidences = from.Confidences },
        ["attributes"] = (to, from) => to with { Attributes = from.Attributes },
    };

    /// <summary>The edit that a request asks for: the fields of the mask are replaced; without a mask, what is set is joined to the unit.</summary>
    /// <exception cref="DomainException">ArgumentInvalid: a path that cannot be changed, or nothing to change.</exception>
    public static Func<TranslationUnit, TranslationUnit> ToEdit(FieldMask? mask, TranslationUnit from)
    {
        if (mask is not { Paths.Count: > 0 })
        {
            return from is { Key: null, DocumentId: null, Variants.IsEmpty: true, Attributes.IsEmpty: true }
                ? throw Refused("unit has nothing to change")
                : live => Join(live, from);
        }

        var paths = mask.Paths.Contains("*") ? (IReadOnlyCollection<string>)Fields.Keys : mask.Paths;
        if (paths.FirstOrDefault(path => !Fields.ContainsKey(path)) is { } unknown)
        {
            throw Refused($"update_mask names '{unknown}', which cannot be changed");
        }

        return paths.Contains("variants") && from.Variants.IsEmpty
            ? throw new DomainException(ErrorCode.ArgumentInvalid, "unit.variants is empty. Send all that the unit shall have, at least one.", "unit.variants")
            : live => paths.Aggregate(live, (unit, path) => Fields[path](unit, from));
    }

    private static TranslationUnit Join(TranslationUnit live, TranslationUnit from)
    {
        var sent = from.Variants.ToLookup(v => v.Language);
        var languages = live.Variants.Concat(from.Variants).Select(v => v.Language).Distinct();
        return live with
        {
            Key = from.Key ?? live.Key,
            DocumentId = from.DocumentId ?? live.DocumentId,
            Variants = [.. languages.SelectMany(l => sent.Contains(l) ? sent[l] : live.Variants.Where(v => v.Language == l))],
            Confidences = from.Variants.IsEmpty ? live.Confidences : [],
            Attributes = live.Attributes.SetItems(from.Attributes),
        };
    }

    private static DomainException Refused(string what) =>
        new(ErrorCode.ArgumentInvalid, $"{what}. Name some of {string.Join(", ", Fields.Keys)}, or *, or set what is to be joined.", "update_mask");
}
