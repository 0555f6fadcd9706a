namespace VietJapanTM.EndToEnd.Tests.Importing;

/// <summary>Files that ask to have other files or addresses opened: no system call of the whole program opens one.</summary>
public sealed class ExternalEntityTests
{
    private const string Tmx =
        "<tmx version='1.4' xmlns:xi='http://www.w3.org/2001/XInclude'><header srclang='es'/><body><tu><tuv xml:lang='es'><seg>a ENTITY</seg></tuv>"
        + "<tuv xml:lang='vi'><seg>b</seg></tuv></tu><xi:include href='SENTINEL'/></body></tmx>";

    private const string Tbx =
        "<tbx type='TBX-Basic' style='dct' xml:lang='es' xmlns='urn:iso:std:iso:30042:ed-2'><tbxHeader><fileDesc><sourceDesc><p>ENTITY</p></sourceDesc></fileDesc>"
        + "</tbxHeader><text><body/></text></tbx>";

    private const string Xliff =
        "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:x URL'>"
        + "<file original='a' source-language='es' target-language='vi' datatype='plaintext'><body><trans-unit id='1'><source>a ENTITY</source><target>b</target>"
        + "</trans-unit></body></file></xliff>";

    [SkippableTheory]
    [InlineData("file.tmx", Tmx, "import", "--memory", "news", "--data", "DATA", "FILE")]
    [InlineData("file.tbx", Tbx, "glossary", "lint", "FOLDER")]
    [InlineData("file.xlf", Xliff, "check", "--glossary", "GLOSSARY", "--from", "es", "--to", "vi", "FILE")]
    public async Task File_AskingForOthers_OpensNone(string name, string content, params string[] command)
    {
        await Strace.RequireAsync();
        using var folder = new TemporaryFolder();
        var sentinel = folder.Write("sentinel.txt", "secret");
        var number = 0;
        foreach (var doctype in new[]
        {
            "<!DOCTYPE x SYSTEM 'URL'>",
            "<!DOCTYPE x SYSTEM 'file://SENTINEL'>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file://SENTINEL'>]>",
            "<!DOCTYPE x [<!ENTITY % p SYSTEM 'URL'> %p;]>",
        })
        {
            var text = (doctype + content.Replace("ENTITY", doctype.Contains("ENTITY e", StringComparison.Ordinal) ? "&e;" : "", StringComparison.Ordinal))
                .Replace("SENTINEL", sentinel, StringComparison.Ordinal)
                .Replace("URL", "http://127.0.0.1:9/x.dtd", StringComparison.Ordinal);
            var file = folder.Write(Path.Combine($"case{++number}", name), text);
            var arguments = command.Select(word => word switch
            {
                "FILE" => file,
                "FOLDER" => Path.GetDirectoryName(file)!,
                "DATA" => folder["data"],
                "GLOSSARY" => RepositoryRoot.Combine("glossary"),
                _ => word,
            });

            using var process = CommandProcess.StartUnder(Strace.Watch(folder["calls"], "open,openat,connect,sendto"), [.. arguments]);
            var exit = await process.EndAsync();

            var calls = await File.ReadAllTextAsync(folder["calls"]);
            Assert.Contains(name, calls, StringComparison.Ordinal);
            Assert.DoesNotContain("sentinel", calls, StringComparison.Ordinal);
            Assert.DoesNotContain("AF_INET", calls, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", exit.Output + exit.Error, StringComparison.Ordinal);
        }
    }
}
