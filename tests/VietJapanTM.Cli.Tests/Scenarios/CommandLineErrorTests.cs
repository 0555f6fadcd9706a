namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class CommandLineErrorTests
{
    [Theory]
    [InlineData("alignn", "Unknown command 'alignn'")]
    [InlineData("alignn --help", "Unknown command 'alignn'")]
    [InlineData("glossary foo", "Unknown command 'foo'", "There are ", "lint")]
    [InlineData("chek a.tsv", "Unknown command 'chek'", "Did you mean 'check'?")]
    [InlineData("align --bogus --langs es,en a b", "Unknown option '--bogus'")]
    [InlineData("mend --lang es --jsno a", "Unknown option '--jsno'")]
    [InlineData("lookup hola", "--from")]
    [InlineData("lookup --from es --to en --min", "--min")]
    [InlineData("lookup --from es --to en --min abc hola", "'abc' is not a whole number")]
    [InlineData("align --langs es,en --format foo a b", "'foo'", "'tmx'", "align --help")]
    public async Task Mistake_IsOneLineThatNamesTheHelp(string line, params string[] words) =>
        (await CommandLine.RunAsync(line.Split(' '))).Refuses([.. words, "--help'"]);

    [Theory]
    [InlineData("lookup --from es --to en --min 20 hola", "--min is 20", "50 to 100")]
    [InlineData("lookup --from es --to en --max 0 hola", "--max is 0")]
    [InlineData("lookup --from es --to en", "TEXT", "--batch")]
    [InlineData("lookup --from es1 --to en hola", "'es1'", "BCP 47")]
    [InlineData("mend --lang ja -", "'ja'", "es")]
    [InlineData("segment --lang fr -", "'fr'", "es")]
    [InlineData("segment --lang 12 -", "'12'", "BCP 47")]
    [InlineData("align --langs es a b", "2 to 4")]
    [InlineData("align --langs es,es a b", "twice")]
    [InlineData("align --langs es,en a", "2 languages")]
    [InlineData("align --langs es,en --batch list.tsv", "--out")]
    [InlineData("align --langs es,en --batch list.tsv --out o --pair es-en", "--pair")]
    [InlineData("align --langs es,en --batch list.tsv --out o a b", "Leave a out")]
    [InlineData("import a.txt --memory news", "--langs es,en")]
    [InlineData("import a.es a.en b.en --langs es,en --memory news", "3 files")]
    [InlineData("import a.tmx --memory news/old", "'news/old'", "a-z")]
    [InlineData("import a.tmx --memory Noticias", "'Noticias'", "a letter first")]
    [InlineData("lookup --from es --to en --memory 2024 hola", "--memory '2024'", "a letter first")]
    [InlineData("lookup --from es --to en --server ftp://x hola", "'ftp://x'", "http://localhost:5280")]
    [InlineData("lookup --from es --to en --server http://127.0.0.1:1 hola", "http://127.0.0.1:1", "vjtm serve")]
    [InlineData("lookup --from es --to vn hola", "'vn' is no language", "Did you mean vi?")]
    [InlineData("terms --lang jp -", "'jp' is no language", "Did you mean ja?")]
    [InlineData("concordance --lang es --to vn hola", "Did you mean vi?")]
    [InlineData("check --from es --to vn a.tsv", "Did you mean vi?")]
    [InlineData("segment --lang vn a.txt", "Did you mean vi?")]
    [InlineData("serve --urls localhost:7415 --data nowhere", "'localhost:7415'", "Write http://localhost:7415.")]
    [InlineData("serve --urls http://0.0.0.0:5280 --data nowhere", "other machines")]
    public async Task WrongValue_IsOneLineThatSaysWhatToGive(string line, params string[] words) =>
        (await CommandLine.RunAsync(line.Split(' '))).Refuses(words);
}
