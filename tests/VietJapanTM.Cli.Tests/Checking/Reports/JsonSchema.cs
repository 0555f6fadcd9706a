using System.Text.Json;
using System.Text.RegularExpressions;

namespace VietJapanTM.Cli.Tests.Checking.Reports;

/// <summary>Holds a JSON value against a schema of draft 4, as far as the schema of SARIF goes; an unknown keyword is a mistake.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private readonly List<string> _faults = [];

    /// <summary>What the value breaks.</summary>
    public static IReadOnlyList<string> Validate(JsonElement schema, JsonElement value)
    {
        var validation = new JsonSchema(schema);
        validation.Check(schema, value, "$");
        return validation._faults;
    }

    private void Check(JsonElement schema, JsonElement value, string path)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            Check(keyword.Name, keyword.Value, schema, value, path);
        }
    }

    private void Check(string keyword, JsonElement rule, JsonElement schema, JsonElement value, string path)
    {
        switch (keyword)
        {
            case "$ref":
                Check(Resolve(rule.GetString()!), value, path);
                break;
            case "type":
                Require(IsOfType(value, rule), path, $"is no {rule}");
                break;
            case "enum":
                Require(rule.EnumerateArray().Any(one => one.ToString() == value.ToString()), path, $"is '{value}', none of {rule}");
                break;
            case "required" when value.ValueKind == JsonValueKind.Object:
                Require(rule.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)), path, $"lacks one of {rule}");
                break;
            case "properties" when value.ValueKind == JsonValueKind.Object:
                CheckProperties(rule, schema, value, path);
                break;
            case "items" when value.ValueKind == JsonValueKind.Array:
                foreach (var (item, i) in value.EnumerateArray().Select((item, i) => (item, i)))
                {
                    Check(rule, item, $"{path}[{i}]");
                }

                break;
            case "minItems" when value.ValueKind == JsonValueKind.Array:
                Require(value.GetArrayLength() >= rule.GetInt32(), path, "has too few items");
                break;
            case "uniqueItems" when value.ValueKind == JsonValueKind.Array && rule.GetBoolean():
                Require(value.EnumerateArray().Select(v => v.GetRawText()).Distinct().Count() == value.GetArrayLength(), path, "repeats an item");
                break;
            case "minimum" when value.ValueKind == JsonValueKind.Number:
                Require(value.GetDouble() >= rule.GetDouble(), path, $"is below {rule}");
                break;
            case "maximum" when value.ValueKind == JsonValueKind.Number:
                Require(value.GetDouble() <= rule.GetDouble(), path, $"is above {rule}");
                break;
            case "pattern" when value.ValueKind == JsonValueKind.String:
                Require(Regex.IsMatch(value.GetString()!, rule.GetString()!), path, $"does not match {rule}");
                break;
            case "format" when value.ValueKind == JsonValueKind.String && rule.GetString()!.StartsWith("uri", StringComparison.Ordinal):
                Require(Uri.TryCreate(value.GetString(), rule.GetString() == "uri" ? UriKind.Absolute : UriKind.RelativeOrAbsolute, out _), path, "is no URI");
                break;
            case "anyOf" or "oneOf":
                Require(rule.EnumerateArray().Any(one => Fits(one, value)), path, $"fits none of {rule}");
                break;
            case "$schema" or "id" or "title" or "description" or "default" or "definitions" or "additionalProperties" or "format":
            case "required" or "properties" or "items" or "minItems" or "uniqueItems" or "minimum" or "maximum" or "pattern":
                break;
            default:
                throw new NotSupportedException($"The schema has an unknown keyword: {keyword}");
        }
    }

    private void CheckProperties(JsonElement properties, JsonElement schema, JsonElement value, string path)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out var known))
            {
                Check(known, property.Value, $"{path}.{property.Name}");
            }
            else if (schema.TryGetProperty("additionalProperties", out var others))
            {
                Require(others.ValueKind != JsonValueKind.False, path, $"has an unknown property {property.Name}");
            }
        }
    }

    private JsonElement Resolve(string reference) => reference
        .TrimStart('#', '/')
        .Split('/')
        .Aggregate(root, (element, name) => element.GetProperty(name));

    private bool Fits(JsonElement schema, JsonElement value)
    {
        var inner = new JsonSchema(root);
        inner.Check(schema, value, "$");
        return inner._faults.Count == 0;
    }

    private void Require(bool holds, string path, string fault)
    {
        if (!holds)
        {
            _faults.Add($"{path} {fault}");
        }
    }

    private static bool IsOfType(JsonElement value, JsonElement types) =>
        types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Any(one => IsOfType(value, one)) : types.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            _ => false,
        };
}
