using Google.Protobuf.WellKnownTypes;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Which fields an update of a concept changes.</summary>
internal static class ConceptMask
{
    private static readonly Dictionary<string, Func<Concept, Concept, Concept>> Fields = new(StringComparer.Ordinal)
    {
        ["subject_field"] = (to, from) => to with { SubjectField = from.SubjectField },
        ["definition"] = (to, from) => to with { Definition = from.Definition },
        ["definition_source"] = (to, from) => to with { DefinitionSource = from.DefinitionSource },
        ["note"] = (to, from) => to with { Note = from.Note },
        ["source"] = (to, from) => to with { Source = from.Source },
        ["approval_state"] = (to, from) => to with { Approval = from.Approval },
        ["related"] = (to, from) => to with { Related = from.Related },
        ["external_references"] = (to, from) => to with { ExternalReferences = from.ExternalReferences },
        ["transactions"] = (to, from) => to with { Transactions = from.Transactions },
        ["languages"] = (to, from) => to with { Languages = from.Languages },
        ["examples"] = (to, from) => to with { Examples = from.Examples },
    };

    /// <summary>The paths that an update names: those of the mask; all for <c>*</c>; those that are set where there is no mask.</summary>
    /// <exception cref="DomainException">ArgumentInvalid: a path that cannot be changed, or nothing to change.</exception>
    public static IReadOnlyList<string> Read(FieldMask? mask, Wire.Concept concept)
    {
        var paths = mask?.Paths is { Count: > 0 } named ? (IReadOnlyList<string>)named : [.. Fields.Keys.Where(path => IsSet(concept, path))];
        if (paths.Count == 0)
        {
            throw Refused("update_mask names nothing, and concept has nothing to change");
        }

        if (paths.FirstOrDefault(path => path != "*" && !Fields.ContainsKey(path)) is { } unknown)
        {
            var whole = unknown.Split('.')[0];
            throw Refused(unknown is "terms" || (whole != unknown && Fields.ContainsKey(whole))
                ? $"update_mask names '{unknown}', but lists are changed whole: name '{(unknown is "terms" ? "languages" : whole)}' and send all of it"
                : $"update_mask names '{unknown}', which cannot be changed");
        }

        if (paths.Contains("*"))
        {
            // A state that was not sent is no wish to change it.
            return [.. Fields.Keys.Where(path => path != "approval_state" || IsSet(concept, path))];
        }

        return paths.Contains("approval_state") && !IsSet(concept, "approval_state")
            ? throw new DomainException(ErrorCode.ArgumentInvalid, "concept.approval_state is missing. Send the new state.", "concept.approval_state")
            : paths;
    }

    /// <summary>The edit that takes these fields of a concept over.</summary>
    public static Func<Concept, Concept> ToEdit(IReadOnlyList<string> paths, Concept from) =>
        live => paths.Aggregate(live, (concept, path) => Fields[path](concept, from));

    private static DomainException Refused(string what) =>
        new(ErrorCode.ArgumentInvalid, $"{what}. Name some of {string.Join(", ", Fields.Keys)}, or *.", "update_mask");

    private static bool IsSet(Wire.Concept concept, string path)
    {
        var field = Wire.Concept.Descriptor.FindFieldByName(path);
        return field.Accessor.GetValue(concept) switch
        {
            System.Collections.ICollection list => list.Count > 0,
            string text => text.Length > 0,
            var value => System.Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) != 0,
        };
    }
}
