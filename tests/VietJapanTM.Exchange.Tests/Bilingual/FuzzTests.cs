using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Bilingual;

/// <summary>Damaged files give diagnostics, never another exception, and every text that is read knows its places.</summary>
public sealed class FuzzTests
{
    private const string Signs = "\"'<>&\\:#{}[]|\n\r\t -*`0";
    private const string Body = "Hội nghị thượng đỉnh «ASEAN» 日本 𠮷 e\u0302\u0301";

    public static TheoryData<string, string> Samples => new()
    {
        { "x.xlf", $"<?xml version='1.0' encoding='UTF-8'?>\n<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file source-language='en' target-language='vi'><body><trans-unit id='1'><source>One &amp; <g id='1'>two</g></source><target><![CDATA[{Body}]]> <ph id='2'>&lt;x/></ph></target><note>n</note></trans-unit></body></file></xliff>" },
        { "y.xlf", $"<xliff version='2.0' srcLang='en' trgLang='vi' xmlns='urn:oasis:names:tc:xliff:document:2.0'><file id='f'><unit id='u'><segment><source>One <cp hex='0003'/></source><target>{Body}</target></segment></unit></file></xliff>" },
        { "x.tmx", $"<tmx version='1.4'><header srclang='en'/><body><tu><tuv xml:lang='en'><seg>One</seg></tuv><tuv xml:lang='vi'><seg>{Body}&#x41;</seg></tuv></tu></body></tmx>" },
        { "x.po", $"# c\nmsgid \"\"\nmsgstr \"Language: vi\\nContent-Type: text/plain; charset=UTF-8\\n\"\n\n#, c-format\nmsgctxt \"m\"\nmsgid \"One\\n\"\nmsgid_plural \"\"\n\"Two\"\nmsgstr[0] \"{Body}\\x41\"\n#~ msgid \"x\"\n" },
        { "S.vi.resx", $"<root><data name='a' xml:space='preserve'><value>{Body} &lt;</value><comment>c</comment></data><data name='b' type='x'><value>1</value></data></root>" },
        { "vi.json", $"{{ \"a\": {{ \"b\": [\"{Body}\\u00e9\", 1.5e3, true, null] }}, // c\n \"d\": \"\\n\" }}" },
        { "vi.yml", $"vi:\n  a: {Body}\n  b: \"x\\u00e9 \\\n    y\"\n  c: 'it''s'\n  d: |-\n    {Body}\n    z\n  e: >\n    f\n    g\n  h: &x [1, two]\n  i: *x\n" },
        { "x.vi.md", $"---\nt: 1\n---\n# T\n\nA *b* [c](http://d) `e` {Body}\n> q &amp; r\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| {Body} | d |\n\n- item\n  more\n" },
        { "x.tsv", $"en\tvi\nOne\t\"{Body} \"\"q\"\"\n two\"\nTwo\tHai\n" },
        { "x.vi", $"{Body}\n\n[no target]\nz\n" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void File_CutAtEvery64th_IsReadOrNamed(string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        for (var i = 0; i < 64; i++)
        {
            Read(name, bytes[..(bytes.Length * i / 64)]);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void File_WithFlippedBytes_IsReadOrNamed(string name, string content) => Seeded.Run(300, random =>
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(bytes.Length);
            bytes[at] = random.Next(3) switch
            {
                0 => (byte)random.Next(256),
                1 => (byte)Signs[random.Next(Signs.Length)],
                _ => (byte)(bytes[at] ^ (1 << random.Next(8))),
            };
        }

        Read(name, bytes);
    });

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_Whole_IsRead(string name, string content) => Assert.NotEqual(0, Read(name, Encoding.UTF8.GetBytes(content)));

    private static int Read(string name, byte[] bytes)
    {
        var sink = new DiagnosticSink();
        var options = new BilingualOptions { SourceLanguage = LanguageTag.English, TargetLanguage = LanguageTag.Vietnamese };
        var count = 0;
        try
        {
            foreach (var segment in BilingualFile.Read(new MemoryStream(bytes), "nowhere/" + name, options, sink))
            {
                count++;
                Walk(segment.Source);
                Walk(segment.Target);
            }
        }
        catch (DomainException)
        {
            // The form of failure that commands know how to say.
        }

        Assert.All(sink.Items, item => Assert.True(item.Message.Length > 10 && item.Line >= 0 && item.Column >= 0));
        return count;
    }

    private static void Walk(LocatedText? text)
    {
        for (var i = 0; i < text?.Text.Length; i++)
        {
            Assert.True(text.Locate(i).Line >= text.Line && text.LocateEnd(i + 1).Column > 0);
            _ = text.Edit(i, i + 1, "x");
        }
    }
}
