using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tmx;

/// <summary>
/// Writes TMX 1.4b unit by unit. What <see cref="TmxReader"/> reads of the file is what was written, but for the identifiers and
/// revisions of the store and parts of a second. Not thread-safe.
/// </summary>
public sealed class TmxWriter : IDisposable
{
    private readonly XmlWriter _xml;

    /// <summary>Begins the file; the stream stays open.</summary>
    /// <param name="stream">Takes UTF-8 without a byte-order mark, LF.</param>
    /// <param name="sourceLanguage">The header's source language, or null where any variant may be the source (<c>*all*</c>).</param>
    /// <param name="toolVersion">The version of this program, for the header.</param>
    public TmxWriter(Stream stream, LanguageTag? sourceLanguage, string toolVersion)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(toolVersion);
        _xml = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            NewLineHandling = NewLineHandling.Entitize,
            CloseOutput = false,
        });
        _xml.WriteStartDocument();
        Break(0);
        _xml.WriteStartElement("tmx");
        _xml.WriteAttributeString("version", "1.4");
        Break(1);
        _xml.WriteStartElement("header");
        _xml.WriteAttributeString("creationtool", "VietJapanTM");
        _xml.WriteAttributeString("creationtoolversion", toolVersion);
        _xml.WriteAttributeString("segtype", "sentence");
        _xml.WriteAttributeString("o-tmf", "VietJapanTM");
        _xml.WriteAttributeString("adminlang", "en");
        _xml.WriteAttributeString("srclang", sourceLanguage?.Value ?? "*all*");
        _xml.WriteAttributeString("datatype", "plaintext");
        _xml.WriteEndElement();
        Break(1);
        _xml.WriteStartElement("body");
    }

    /// <summary>Writes a unit, whole or not at all.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.TextMalformed"/>: a text holds a character that XML cannot carry.</exception>
    public void Write(TranslationUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        RefuseUnwritable(unit);
        Break(2);
        _xml.WriteStartElement("tu");
        if (unit.Key is { } key)
        {
            _xml.WriteAttributeString("tuid", key);
        }

        WriteUnitProperties(unit);
        foreach (var variant in unit.Variants)
        {
            WriteVariant(variant);
        }

        Break(2);
        _xml.WriteEndElement();
    }

    /// <summary>Ends the file.</summary>
    public void Dispose()
    {
        if (_xml.WriteState is not (WriteState.Closed or WriteState.Error))
        {
            Break(1);
            _xml.WriteEndElement();
            Break(0);
            _xml.WriteEndElement();
            Break(0);
        }

        _xml.Dispose();
    }

    private void WriteUnitProperties(TranslationUnit unit)
    {
        // TMX wants notes before properties.
        if (unit.Attributes.TryGetValue(TmxProperties.Note, out var note))
        {
            foreach (var line in note.Split('\n'))
            {
                Break(3);
                _xml.WriteElementString("note", line);
            }
        }

        if (unit.DocumentId is { } document)
        {
            WriteProperty(3, TmxProperties.Document, document);
        }

        foreach (var pair in unit.Confidences)
        {
            WriteProperty(3, TmxProperties.Confidence, string.Create(CultureInfo.InvariantCulture, $"{pair.First} {pair.Second} {pair.Confidence:R}"));
        }

        foreach (var (name, value) in unit.Attributes)
        {
            if (name != TmxProperties.Note)
            {
                foreach (var line in value.Split('\n'))
                {
                    WriteProperty(3, name, line);
                }
            }
        }
    }

    private void WriteVariant(Variant variant)
    {
        Break(3);
        _xml.WriteStartElement("tuv");
        _xml.WriteAttributeString("xml", "lang", null, variant.Language.Value);
        WriteOptional("creationdate", variant.CreateTime is { } created ? TmxDate.Format(created) : null);
        WriteOptional("creationid", variant.Author.Length == 0 ? null : variant.Author);
        WriteOptional("changedate", variant.UpdateTime is { } changed ? TmxDate.Format(changed) : null);
        WriteVariantProperties(variant);
        Break(4);
        _xml.WriteStartElement("seg");
        WriteSegment(variant.Text, variant.Tags);
        _xml.WriteEndElement();
        Break(3);
        _xml.WriteEndElement();
    }

    private void WriteVariantProperties(Variant variant)
    {
        if (variant.Status != VariantStatus.Draft)
        {
            WriteProperty(4, TmxProperties.Status, variant.Status.ToString().ToLowerInvariant());
        }

        if (variant.Origin != VariantOrigin.Imported)
        {
            WriteProperty(4, TmxProperties.Origin, variant.Origin.ToString().ToLowerInvariant());
        }

        if (variant.Position is { } position)
        {
            WriteProperty(4, TmxProperties.Position, position.ToString(CultureInfo.InvariantCulture));
        }

        if (variant.Previous is { } previous)
        {
            WriteProperty(4, TmxProperties.Previous, previous.Value.ToString("x16", CultureInfo.InvariantCulture));
        }

        if (variant.Next is { } next)
        {
            WriteProperty(4, TmxProperties.Next, next.Value.ToString("x16", CultureInfo.InvariantCulture));
        }
    }

    private void WriteSegment(string text, ImmutableArray<InlineTag> tags)
    {
        var written = 0;
        foreach (var tag in tags)
        {
            _xml.WriteString(text[written..tag.Position]);
            written = tag.Position;
            var id = tag.Id.ToString(CultureInfo.InvariantCulture);
            _xml.WriteStartElement(tag.Kind switch { InlineTagKind.Open => "bpt", InlineTagKind.Close => "ept", _ => "ph" });
            if (tag.Kind != InlineTagKind.Standalone)
            {
                _xml.WriteAttributeString("i", id);
            }

            // A closing tag takes number and type of its opening one.
            if (tag.Kind != InlineTagKind.Close)
            {
                _xml.WriteAttributeString("x", id);
                WriteOptional("type", tag.Type);
            }

            _xml.WriteString(tag.Data);
            _xml.WriteEndElement();
        }

        _xml.WriteString(text[written..]);
    }

    private void WriteProperty(int level, string type, string value)
    {
        Break(level);
        _xml.WriteStartElement("prop");
        _xml.WriteAttributeString("type", type);
        _xml.WriteString(value);
        _xml.WriteEndElement();
    }

    private void WriteOptional(string name, string? value)
    {
        if (value is not null)
        {
            _xml.WriteAttributeString(name, value);
        }
    }

    /// <summary>Layout between elements; entitizing would turn it into references if it went out as text.</summary>
    private void Break(int level) => _xml.WriteWhitespace("\n" + new string(' ', 2 * level));

    private static void RefuseUnwritable(TranslationUnit unit)
    {
        Refuse(unit.Key);
        Refuse(unit.DocumentId);
        foreach (var (name, value) in unit.Attributes)
        {
            Refuse(name);
            Refuse(value);
        }

        foreach (var variant in unit.Variants)
        {
            Refuse(variant.Text);
            Refuse(variant.Author);
            foreach (var tag in variant.Tags)
            {
                Refuse(tag.Data);
                Refuse(tag.Type);
            }
        }

        void Refuse(string? text)
        {
            if (text is not null && FirstUnwritable(text) is { } character)
            {
                var name = unit.Key ?? (unit.Id.Length > 0 ? unit.Id : unit.Variants[0].Text);
                throw new DomainException(
                    ErrorCode.TextMalformed, $"The unit '{name}' holds U+{(int)character:X4}, a character that XML cannot carry. Remove it, or write another format.");
            }
        }
    }

    private static char? FirstUnwritable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                return text[i];
            }
        }

        return null;
    }
}
