using System.Collections.Immutable;
using System.Globalization;
using VietJapanTM.Exchange.Markup;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tmx;

/// <summary>Reads one <c>tu</c>. Used once for each.</summary>
internal sealed class TmxUnitReader(TmxOptions options, TmxFindings findings, MarkupElement tu)
{
    private readonly SortedDictionary<string, string> _attributes = new(StringComparer.Ordinal);
    private readonly List<PairConfidence> _confidences = [];
    private readonly List<Variant> _variants = [];
    private string? _document;
    private bool _rejected;

    /// <summary>The unit, or null where it is rejected.</summary>
    public TranslationUnit? Read()
    {
        foreach (var element in tu.Elements)
        {
            switch (element.Name)
            {
                case "tuv":
                    ReadVariant(element);
                    break;
                case "prop":
                    ReadProperty(element);
                    break;
                case "note":
                    AddAttribute(TmxProperties.Note, element.Text);
                    break;
                default:
                    findings.Drop("element " + element.Name, element);
                    break;
            }
        }

        CountLosses(tu);
        if (_rejected)
        {
            return null;
        }

        if (_variants.Count < 2)
        {
            findings.Warn("TMX007", tu, "The unit holds text in fewer than two variants and is skipped.");
            return null;
        }

        return new TranslationUnit
        {
            MemoryId = options.MemoryId,
            Key = NonEmpty(tu.Attribute("tuid")) ?? NonEmpty(tu.Attribute("id")),
            DocumentId = _document,
            Variants = [.. _variants],
            Confidences = [.. _confidences],
            Attributes = _attributes.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private void ReadVariant(MarkupElement tuv)
    {
        var code = tuv.XmlLang ?? tuv.Attribute("lang");
        if (!LanguageTag.TryParse(code, out var language))
        {
            findings.Reject("TMX005", tuv, code is null ? "The variant names no language and is dropped." : $"'{code}' is not a language code; the variant is dropped.");
            return;
        }

        var seg = tuv.Elements.FirstOrDefault(element => element.Name == "seg");
        if (seg is null)
        {
            findings.Reject("TMX004", tuv, $"The variant '{language}' has no seg and is dropped.");
            return;
        }

        var segment = new TmxSegment(findings, seg);
        segment.Read();
        if (segment.Text.Length > options.MaxSegmentLength)
        {
            findings.Reject("TMX008", seg, string.Create(
                CultureInfo.InvariantCulture,
                $"The segment has {segment.Text.Length} characters, more than {options.MaxSegmentLength}; the unit is rejected. Split it into sentences."));
            _rejected = true;
            return;
        }

        if (string.IsNullOrWhiteSpace(segment.Text))
        {
            findings.Warn("TMX006", seg, $"The segment of '{language}' holds no text; the variant is dropped.");
            return;
        }

        CountLosses(tuv);
        _variants.Add(WithProperties(tuv, new Variant
        {
            Language = language,
            Text = segment.Text,
            Tags = segment.Tags,
            Status = options.Status,
            Origin = VariantOrigin.Imported,
            Author = Inherited(tuv, "changeid") ?? Inherited(tuv, "creationid") ?? "",
            CreateTime = Time(tuv, "creationdate"),
            UpdateTime = Time(tuv, "changedate"),
        }));
    }

    private Variant WithProperties(MarkupElement tuv, Variant variant)
    {
        foreach (var element in tuv.Elements)
        {
            if (element.Name != "prop")
            {
                if (element.Name != "seg")
                {
                    findings.Drop("element " + element.Name + " of a tuv", element);
                }

                continue;
            }

            var value = element.Text.Trim();
            switch (element.Attribute("type"))
            {
                case TmxProperties.Status when Enum.TryParse<VariantStatus>(value, ignoreCase: true, out var status) && Enum.IsDefined(status):
                    variant = variant with { Status = status };
                    break;
                case TmxProperties.Origin when Enum.TryParse<VariantOrigin>(value, ignoreCase: true, out var origin) && Enum.IsDefined(origin):
                    variant = variant with { Origin = origin };
                    break;
                case TmxProperties.Position when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var position):
                    variant = variant with { Position = position };
                    break;
                case TmxProperties.Previous when Hash(value) is { } previous:
                    variant = variant with { Previous = previous };
                    break;
                case TmxProperties.Next when Hash(value) is { } next:
                    variant = variant with { Next = next };
                    break;
                case var type:
                    findings.Drop("prop " + type + " of a tuv", element);
                    break;
            }
        }

        return variant;
    }

    private void ReadProperty(MarkupElement prop)
    {
        var type = NonEmpty(prop.Attribute("type")) ?? "prop";
        switch (type)
        {
            case TmxProperties.Document:
                _document = NonEmpty(prop.Text.Trim());
                break;
            case TmxProperties.Confidence:
                ReadConfidence(prop);
                break;
            default:
                AddAttribute(type, prop.Text);
                break;
        }
    }

    private void ReadConfidence(MarkupElement prop)
    {
        if (prop.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, var second, var value]
            && LanguageTag.TryParse(first, out var one)
            && LanguageTag.TryParse(second, out var other)
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence)
            && confidence is >= 0 and <= 1)
        {
            _confidences.Add(new PairConfidence(one, other, confidence));
            return;
        }

        findings.Drop("malformed prop " + TmxProperties.Confidence, prop);
    }

    /// <summary>A property that stands twice becomes the lines of one; the layout of a value is taken away.</summary>
    private void AddAttribute(string name, string value)
    {
        var line = string.Join(' ', value.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        _attributes[name] = _attributes.TryGetValue(name, out var known) ? known + "\n" + line : line;
    }

    private string? Inherited(MarkupElement tuv, string name) => NonEmpty(tuv.Attribute(name)) ?? NonEmpty(tu.Attribute(name));

    private DateTimeOffset? Time(MarkupElement tuv, string name)
    {
        if (Inherited(tuv, name) is not { } text)
        {
            return null;
        }

        if (TmxDate.TryParse(text, out var time))
        {
            return time;
        }

        findings.Warn("TMX010", tuv, $"'{text}' is not a time of the form 20020101T163812Z; {name} is dropped.");
        return null;
    }

    /// <summary>What the model has no place for; <c>creationid</c> where <c>changeid</c> stands too is such a thing.</summary>
    private void CountLosses(MarkupElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name is not ("lang" or "tuid" or "id" or "creationid" or "changeid" or "creationdate" or "changedate"))
            {
                findings.Drop("attribute " + attribute.Name + " of a " + element.Name, element);
            }
        }
    }

    private static ContextHash? Hash(string value) =>
        ulong.TryParse(value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash) ? new ContextHash(hash) : null;

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
