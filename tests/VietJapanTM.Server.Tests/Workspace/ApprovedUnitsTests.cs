using VietJapanTM.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;

namespace VietJapanTM.Server.Tests.Workspace;

public sealed class ApprovedUnitsTests : IDisposable
{
    private static readonly LanguageTag German = LanguageTag.Parse("de");
    private readonly TemporaryFolder _folder = new();
    private readonly TranslationWorkspace _workspace;

    public ApprovedUnitsTests() => _workspace = TranslationWorkspace.Open(_folder.Root, TimeProvider.System);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Align_ApprovedUnits_AreEvidenceAtOnceAndUntilTheyEnd()
    {
        // Sentence n of one side says what sentence n − 1 of the other says, in words that only the memory links.
        var source = AlignmentSide.OfLines(German, Enumerable.Range(0, 6).Select(n => Sentence(n, "zu")));
        var target = AlignmentSide.OfLines(LanguageTag.English, Enumerable.Range(1, 6).Select(n => Sentence(n, "ka")));
        Assert.False(IsShifted());

        var words = Enumerable.Range(1, 5)
            .SelectMany(n => Sentence(n, "zu").Split(' ').Zip(Sentence(n, "ka").Split(' ')))
            .ToList();
        await PutAsync(words.Select(word => Unit(word.First, word.Second, VariantStatus.Draft)));
        Assert.False(IsShifted());

        var ids = await PutAsync(words.Select(word => Unit(word.First + ".", word.Second + ".", VariantStatus.Approved)));
        Assert.True(IsShifted());

        await _workspace.CommitAsync(new Change { Operations = ids.Select(id => new ChangeOperation.DeleteUnit(id)) });
        Assert.False(IsShifted());

        bool IsShifted() => _workspace.Align([source, target]).Pairs[0].Beads
            .Any(bead => bead is { SourceStart: 3, SourceCount: 1, TargetStart: 2, TargetCount: 1 });
    }

    [Fact]
    public async Task With_MoreUnitsThanAreKept_KeepsTheNewest()
    {
        await PutAsync(Enumerable.Range(0, ApprovedUnits.MostUnits + 50).Select(n => Unit($"wort{n}", $"word{n}", VariantStatus.Approved)));
        var evidence = new ApprovedUnits(_workspace.Store).With(AlignmentEvidence.None);
        Assert.Equal(ApprovedUnits.MostUnits, evidence.Pairs.Length);
        Assert.Contains(evidence.Pairs, pair => pair.First == $"wort{ApprovedUnits.MostUnits + 49}");
        Assert.DoesNotContain(evidence.Pairs, pair => pair.First == "wort0");
    }

    [Fact]
    public void With_NothingChanged_GivesTheSameEvidence()
    {
        var approved = new ApprovedUnits(_workspace.Store);
        Assert.Same(approved.With(AlignmentEvidence.None), approved.With(AlignmentEvidence.None));
    }

    private static string Sentence(int n, string ending) =>
        string.Join(' ', "bcdfghjk".Select(letter => $"{letter}{(char)('a' + n)}x{ending}"));

    private static TranslationUnit Unit(string german, string english, VariantStatus status) => new()
    {
        MemoryId = "press",
        Variants =
        [
            new Variant { Language = German, Text = german, Status = status },
            new Variant { Language = LanguageTag.English, Text = english, Status = status },
        ],
    };

    private async Task<IReadOnlyList<string>> PutAsync(IEnumerable<TranslationUnit> units)
    {
        var memory = new Memory { Id = "press", Languages = [German, LanguageTag.English] };
        var result = await _workspace.CommitAsync(new Change
        {
            Operations = units.Select(unit => (ChangeOperation)new ChangeOperation.PutUnit(unit)).Prepend(new ChangeOperation.PutMemory(memory)),
        });
        return result.UnitIds;
    }
}
