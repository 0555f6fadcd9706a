using VietJapanTM.Alignment.Review;
using VietJapanTM.Cli.Commands;
using VietJapanTM.Cli.Output;
using VietJapanTM.Cli.Review;
using VietJapanTM.Errors;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Tests.Review;

public sealed class ReviewLoopTests
{
    [Fact]
    public void Session_BeginsAtTheMostDoubtfulBead() => Assert.Equal(1, Session().Cursor);

    [Fact]
    public void Session_DisputedBead_ComesFirstUntilItIsDecidedOrChanged()
    {
        var document = Session().Document;
        document.Pairs[0].Beads[2].Disputed = true;
        var session = new ReviewSession(document, 0);
        Assert.Equal([2, 1, 0], session.Undecided);
        Assert.Contains(ReviewScreen.Draw(session, 80, 30, ""), line => line == "> 3  2:2  0.700  disputed");
        var list = new StringWriter();
        ReviewList.Write(session, json: false, list);
        Assert.StartsWith("3 2:2 0.700 disputed\n", list.ToString());

        session.Do(new ReviewAction.Confirm(2));
        Assert.False(session.IsDisputed(2));
        Assert.True(session.Undo());
        session.Do(new ReviewAction.Merge(1));
        Assert.DoesNotContain(true, Enumerable.Range(0, session.Beads.Length).Select(session.IsDisputed));
    }

    [Fact]
    public void Keys_BecomeActions()
    {
        var session = Session();
        Assert.Equal(ReviewEnd.Write, Run(session, "cs11m]{w"));
        Assert.Equal(ReviewEnd.WriteAndLeave, Run(session, "W"));
        Assert.Equal(ReviewEnd.Quit, Run(Session(), "wW"));
        Assert.Equal(
            [new ReviewAction.Confirm(1), new ReviewAction.Split(2, 1, 1), new ReviewAction.Merge(2)],
            session.Actions);
    }

    [Fact]
    public void ActionsThatCouldNotBeWritten_AreKeptAsLinesThatApplyReads()
    {
        using var folder = new TemporaryFolder();
        var session = Session();
        session.Document.Name = "documents/d";
        Run(session, "cs11m]{w");
        var failure = ReviewCommand.Kept(session, new DomainException(ErrorCode.RevisionStale, "Changed meanwhile."), folder.Root);
        var file = Assert.Single(Directory.GetFiles(folder.Root));

        Assert.Contains($"Changed meanwhile. Your 3 actions are kept in {file}.", failure.Message);
        Assert.Equal(session.Actions, ActionText.Read(File.ReadAllText(file), file).Select(a => a.Action));
    }

    [Fact]
    public void Quit_WithActions_AsksOnce()
    {
        var session = Session();
        var terminal = new ScriptedTerminal("cqq");
        Assert.Equal(ReviewEnd.Quit, ReviewLoop.Run(session, terminal));
        Assert.Contains(terminal.Shown, screen => screen.Any(l => l.Contains("not written. q again", StringComparison.Ordinal)));
        Assert.Equal(ReviewEnd.Interrupt, Run(session, "\u0003\u0003"));
        Assert.Equal(ReviewEnd.Quit, Run(session, "\u0004q"));
        Assert.Equal(ReviewEnd.Quit, Run(Session(), "\u0004"));
    }

    [Fact]
    public void Doubtful_GoesRoundTheDoubtfulBeads_AndDecisionsGoOnInTheText()
    {
        var session = Session();
        Assert.Equal(1, session.Cursor);
        var seen = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            Run(session, "dq");
            seen.Add(session.Cursor);
        }

        Assert.Equal([2, 1, 2, 1], seen);
        Run(session, "cqq");
        Assert.Equal((2, 1), (session.Cursor, session.Actions.Count));
        Run(session, "cqq");
        var terminal = new ScriptedTerminal("dqq");
        ReviewLoop.Run(session, terminal);
        Assert.Contains("No doubtful bead is left; 1 undecided.", terminal.Shown[1]);
        Assert.Equal(0, session.Cursor);
    }

    [Fact]
    public void ConfirmAll_AsksAndTakesTheSureOnes()
    {
        var document = Session().Document;
        document.Pairs[0].Beads[0].Confidence = 0.995;
        var session = new ReviewSession(document, 0);
        var terminal = new ScriptedTerminal("anayaqq");
        ReviewLoop.Run(session, terminal);
        Assert.Contains("Confirm the 1 undecided bead of 0.99 and more? y does it, another key leaves it.", terminal.Shown[1]);
        Assert.Equal([new ReviewAction.Confirm(0)], session.Actions);
        Assert.Contains("No undecided bead has 0.99 or more.", terminal.Shown[^2]);
    }

    [Fact]
    public void QuestionMark_ExplainsTheKeys_AndOthersSayWhereToLook()
    {
        var terminal = new ScriptedTerminal("?xzq");
        var session = Session();
        ReviewLoop.Run(session, terminal);
        Assert.Contains(terminal.Shown[1], l => l.StartsWith("d            the next doubtful bead", StringComparison.Ordinal));
        Assert.Empty(session.Actions);
        Assert.Contains("z does nothing here; ? shows the keys.", terminal.Shown[^1]);
    }

    [Fact]
    public void LongBead_ScrollsThroughAllItsLines()
    {
        var document = Session().Document;
        document.Texts[0].Segments[1].Text = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"w{i}"));
        var session = new ReviewSession(document, 0);
        var shown = new HashSet<string>();
        for (var i = 0; i < 100 && session.Cursor == 1; i++)
        {
            var lines = ReviewScreen.Draw(session, 60, 15, "");
            Assert.True(lines.Count <= 15);
            Assert.StartsWith("> 2  1:1", lines[2]);
            shown.UnionWith(lines.SelectMany(l => l.Split(' ')).Where(w => w.StartsWith('w')));
            ReviewLoop.Run(session, new ScriptedTerminal("Vq") { Size = (60, 15) });
        }

        Assert.Subset(shown, Enumerable.Range(0, 300).Select(i => $"w{i}").ToHashSet());
        Assert.Equal(2, session.Cursor);
    }

    [Fact]
    public void LongBead_ScrollsItsSidesInProportion()
    {
        var document = Session().Document;
        document.Texts[0].Segments[1].Text = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"s{i:D3}"));
        document.Texts[1].Segments[1].Text = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"t{i:D3}"));
        var session = new ReviewSession(document, 0);
        var seen = new HashSet<string>();
        for (var page = 0; page < 100 && session.Cursor == 1; page++)
        {
            var words = ReviewScreen.Draw(session, 60, 15, "").SelectMany(l => l.Split(' ')).Where(w => w.Length == 4 && w[0] is 's' or 't').ToList();
            seen.UnionWith(words);
            double Middle(char side) => words.Where(w => w[0] == side && char.IsAsciiDigit(w[1])).Average(w => int.Parse(w[1..], System.Globalization.CultureInfo.InvariantCulture));
            Assert.InRange(Middle('t') / 200 - (Middle('s') / 300), -0.06, 0.06);
            ReviewLoop.Run(session, new ScriptedTerminal("Vq") { Size = (60, 15) });
        }

        Assert.Subset(seen, Enumerable.Range(0, 300).Select(i => $"s{i:D3}").Concat(Enumerable.Range(0, 200).Select(i => $"t{i:D3}")).ToHashSet());
    }

    [Theory]
    [InlineData(30, 6)]
    [InlineData(80, 3)]
    [InlineData(1, 1)]
    public void Window_ThatIsTooSmall_IsSaid(int width, int height)
    {
        foreach (var lines in (IReadOnlyList<string>[])[ReviewScreen.Draw(Session(), width, height, ""), ReviewScreen.DrawKeys(width, height)])
        {
            Assert.StartsWith(width == 1 ? "T" : "The window is too small", string.Join(' ', lines));
            Assert.InRange(lines.Count, 1, height);
            Assert.All(lines, line => Assert.InRange(DisplayWidth.Of(line), 0, width));
        }
    }

    [Fact]
    public void Heading_OfALongName_IsShortenedToOneLine()
    {
        var document = Session().Document;
        document.DisplayName = string.Concat(Enumerable.Repeat("articulos/cumbre/", 10));
        var line = ReviewScreen.Draw(new ReviewSession(document, 0), 60, 15, "")[0];
        Assert.InRange(DisplayWidth.Of(line), 50, 60);
        Assert.EndsWith("…  es–ja  bead 2 of 3, 3 undecided, 0 unwritten", line);
    }

    [Fact]
    public void Key_ThatCannotBe_IsExplainedAndChangesNothing()
    {
        var session = Session();
        var terminal = new ScriptedTerminal("jjjmq");
        ReviewLoop.Run(session, terminal);
        Assert.Empty(session.Actions);
        Assert.Contains(terminal.Shown, screen => screen.Any(l => l.Contains("is the last", StringComparison.Ordinal)));
    }

    [Fact]
    public void Undo_TakesBackActionAndBeads()
    {
        var session = Session();
        var before = session.Beads;
        Run(session, "cmrs10uuuuuq");
        Assert.Equal(before, session.Beads);
        Assert.Empty(session.Actions);
    }

    [Fact]
    public void Screen_OfAnySize_FitsAndShowsTheCurrentBead() => Seeded.Run(40, random =>
    {
        var session = Session();
        session.GoTo(random.Next(3));
        var (width, height) = (random.Next(40, 160), random.Next(6, 50));
        var lines = ReviewScreen.Draw(session, width, height, "");

        Assert.All(lines, line => Assert.InRange(DisplayWidth.Of(line), 0, width));
        Assert.True(lines.Count <= height, $"{lines.Count} lines of {height}");
        Assert.Contains(lines, l => l.StartsWith($"> {session.Cursor + 1}  ", StringComparison.Ordinal));
    });

    [Fact]
    public void Actions_AsText_AreReadAndNamedByLine()
    {
        Assert.Equal(
            [new ReviewAction.Confirm(2), new ReviewAction.Move(0, -1, 0)], ActionText.Read("confirm 3 # good\r\n\nmove 1 -1 0\n", "f").Select(a => a.Action));
        Assert.Equal([new ReviewAction.Reject(1), new ReviewAction.Reject(2)], ActionText.Read("reject 2-3", "f").Select(a => a.Action));
        Assert.Throws<Errors.DomainException>(() => ActionText.Read("confirm 3-2", "f"));
        Assert.Throws<Errors.DomainException>(() => ActionText.Read("confirm 1-1000000000", "f"));
        var failure = Assert.Throws<Errors.DomainException>(() => ActionText.Read("confirm 1\nconfrm 2\n", "f"));
        Assert.StartsWith("f:2:", failure.Message);
    }

    private static ReviewEnd Run(ReviewSession session, string keys) => ReviewLoop.Run(session, new ScriptedTerminal(keys));

    private static ReviewSession Session() => new(
        new Wire.Document
        {
            Name = "documents/d",
            Texts =
            {
                new Wire.SegmentedText { LanguageCode = "es", Segments = { Segments("Uno.", "Dos palabras más largas que las demás en esta línea.", "Tres.", "Cuatro.") } },
                new Wire.SegmentedText { LanguageCode = "ja", Segments = { Segments("一。", "この行の他の言葉より長い二つの言葉がここにあります。", "三。", "四。") } },
            },
            Pairs =
            {
                new Wire.PairAlignment
                {
                    SourceLanguageCode = "es",
                    TargetLanguageCode = "ja",
                    Beads = { Bead([0], [0], 0.9), Bead([1], [1], 0.4), Bead([2, 3], [2, 3], 0.7) },
                },
            },
        },
        0);

    private static IEnumerable<Wire.Segment> Segments(params string[] texts) => texts.Select(t => new Wire.Segment { Text = t });

    private static Wire.Bead Bead(int[] source, int[] target, double confidence) =>
        new() { Source = { source }, Target = { target }, Confidence = confidence, Status = Wire.Bead.Types.Status.Draft };

    private sealed class ScriptedTerminal(string keys) : IReviewTerminal
    {
        private int _next;

        public List<IReadOnlyList<string>> Shown { get; } = [];

        public (int Width, int Height) Size { get; init; } = (100, 30);

        // V stands for PgDn, which has no character.
        public ConsoleKeyInfo? ReadKey() => keys[_next++] is 'V' ? new('\0', ConsoleKey.PageDown, false, false, false) : new(keys[_next - 1], ConsoleKey.None, false, false, false);

        public void Show(IReadOnlyList<string> lines) => Shown.Add(lines);
    }
}
