using System.Collections.Immutable;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Terminology.Checking;
using VietJapanTM.Terminology.Checking.Suppressions;
using Severity = VietJapanTM.V1Alpha1.Finding.Types.Severity;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking.Suppressions;

/// <summary>Applies the comments in the notes of a file's segments, and reports those that are of no use. For one file and one thread.</summary>
internal sealed class SuppressionPass(ImmutableSortedDictionary<string, Severity> severities)
{
    private readonly Dictionary<(string File, int Line, int Column, int Start), State> _comments = [];

    /// <summary>The findings of a segment, those that a comment lets pass marked as such.</summary>
    public IEnumerable<PlacedFinding> Apply(BilingualSegment segment, IEnumerable<PlacedFinding> findings)
    {
        if (segment.Notes.IsEmpty)
        {
            return findings;
        }

        var comments = segment.Notes.SelectMany(note => SuppressionComment.In(note.Text).Select(comment => Know(note, comment))).ToList();
        return [.. findings.Select(finding => Suppress(finding, comments))];
    }

    /// <summary>Findings against the comments themselves, once all segments were seen.</summary>
    public IEnumerable<PlacedFinding> Complaints()
    {
        foreach (var state in _comments.Values)
        {
            if (state.Comment.Reason is null)
            {
                var message = $"\"{state.Comment.Text}\" does not say why, and has no effect. Write the reason behind two hyphens: vjtm-disable {string.Join(", ", state.Comment.Rules)} -- reason.";
                if (Complaint(state, SuppressionRules.WithoutReason, message) is { } complaint)
                {
                    yield return complaint;
                }

                continue;
            }

            foreach (var rule in state.Comment.Rules.DefaultIfEmpty("").Except(state.Used))
            {
                var message = rule.Length == 0 ? $"\"{state.Comment.Text}\" names no rule. Name one, such as VJT001."
                    : CheckRules.Find(rule) is null ? $"There is no rule {rule}. Correct its name; 'vjtm check --explain' lists them."
                    : state.Note.Scope is null ? $"{rule} finds nothing here. Delete the comment."
                    : $"{rule} finds nothing in the block of this comment. The blocks here do not pair one by one, so that a comment is about its own block in its own file alone. Move it to the block of the finding, or delete it.";
                if (Complaint(state, SuppressionRules.OfNothing, message) is { } complaint)
                {
                    yield return complaint;
                }
            }
        }
    }

    private static PlacedFinding Suppress(PlacedFinding finding, List<State> comments)
    {
        foreach (var state in comments.Where(state => IsAbout(state.Note, finding)))
        {
            if (state.Comment.Rules.Contains(finding.Finding.Rule) && state.Comment.Reason is { } reason)
            {
                state.Used.Add(finding.Finding.Rule);
                finding = finding with { Suppression = new Suppression(true, reason) };
            }
        }

        return finding;
    }

    /// <summary>Where a segment holds several blocks, a note is about its own.</summary>
    private static bool IsAbout(SegmentNote note, PlacedFinding finding) =>
        note.Scope is not { } scope || (note.File == finding.Said.File && scope.Holds(finding.Said.Line, finding.Said.Column));

    /// <summary>A note that belongs to several segments, in several languages, is one comment, about one block or all of them.</summary>
    private State Know(SegmentNote note, SuppressionComment comment)
    {
        var place = (note.File, note.Line, note.Column, comment.Start);
        if (!_comments.TryGetValue(place, out var state))
        {
            _comments[place] = state = new State(comment, note);
        }

        state.Note = note;

        return state;
    }

    private PlacedFinding? Complaint(State state, CheckRule rule, string message)
    {
        var (note, comment) = (state.Note, state.Comment);
        var severity = severities.TryGetValue(rule.Id, out var weight) ? weight : Severity.Warning;
        if (severity == Severity.Unspecified)
        {
            return null;
        }

        var before = note.Text.AsSpan(0, comment.Start);
        var lines = before.Count('\n');
        var column = lines == 0 ? note.Column + comment.Start : comment.Start - before.LastIndexOf('\n');
        return new PlacedFinding
        {
            Place = new TextPlace
            {
                File = note.File,
                Line = note.Line + lines,
                Column = column,
                EndLine = note.Line + lines,
                EndColumn = column + comment.Text.Length,
                Text = comment.Text,
                End = comment.Text.Length,
            },
            Finding = new Wire.Finding
            {
                Rule = rule.Id,
                Severity = severity,
                Message = message,
                Span = new Wire.Span { EndUtf16 = comment.Text.Length, End = comment.Text.EnumerateRunes().Count() },
            },
        };
    }

    /// <summary>A comment and the rules of it that were of use.</summary>
    private sealed class State(SuppressionComment comment, SegmentNote note)
    {
        public SuppressionComment Comment => comment;

        /// <summary>The note that holds it, as the segment under way sees it.</summary>
        public SegmentNote Note { get; set; } = note;

        public HashSet<string> Used { get; } = new(StringComparer.Ordinal);
    }
}
