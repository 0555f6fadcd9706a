using System.Globalization;
using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;
using Xunit.Abstractions;

namespace VietJapanTM.Exchange.Tests.Glossary;

/// <summary>The check with the shipped glossary on news that nobody wrote for it: every finding is judged, and false ones are rare.</summary>
public sealed class NewsAlarmTests(ITestOutputHelper output)
{
    private const int PairsAnAlarm = 500;
    private static readonly string[] TermRules = ["VJT001", "VJT002", "VJT004"];

    private static readonly TermChecker Checker = new(new TermRecognizer(
        GlossaryFolder.Read(RepositoryRoot.Combine("glossary"), new DiagnosticSink()).Entries.Select(e => e.Concept)));

    [SkippableFact]
    public void Check_News_RaisesOneFalseAlarmIn500PairsAtMost()
    {
        var judged = Judgements();
        var found = new List<Judgement>();
        foreach (var (from, to) in NewsCorpus.Directions)
        {
            var pairs = NewsCorpus.Pairs(from, to).ToList();
            var here = pairs.SelectMany(p => Found(from, to, p)).ToList();
            var alarms = here.Count(f => !judged.TryGetValue(f, out var isFault) || !isFault);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{from}-{to} {pairs.Count,6} pairs {here.Count,3} findings {alarms,3} false alarms"));
            Assert.True(alarms * PairsAnAlarm <= pairs.Count, $"{from}-{to}: {alarms} false alarms in {pairs.Count} pairs");
            found.AddRange(here);
        }

        Assert.Equal(judged.Keys.Order(), found.Order());
    }

    private static IEnumerable<Judgement> Found(string from, string to, (string Id, string Source, string Target) pair) =>
        Checker.Check(pair.Source, LanguageTag.Parse(from), pair.Target, LanguageTag.Parse(to))
            .Where(f => TermRules.Contains(f.Rule.Id))
            .Where(f => f.Severity >= FindingSeverity.Warning)
            .Select(f => new Judgement($"{from}-{to}", pair.Id, f.Rule.Id, f.Concept!.Id));

    private static Dictionary<Judgement, bool> Judgements() => File
        .ReadLines(RepositoryRoot.Combine("tests", "VietJapanTM.Exchange.Tests", "Glossary", "Goldens", "news.judged.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => new Judgement(cells[0], cells[1], cells[2], cells[3]), cells => bool.Parse(cells[4]));

    private readonly record struct Judgement(string Languages, string Sentence, string Rule, string Concept) : IComparable<Judgement>
    {
        public int CompareTo(Judgement other) => string.CompareOrdinal(ToString(), other.ToString());
    }
}
