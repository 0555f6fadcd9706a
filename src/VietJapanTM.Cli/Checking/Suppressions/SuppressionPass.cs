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
    private readonly Dictionary<(SegmentNote Note, int Start), State> _comments = [];

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
        foreach (var (place, state) in _comments)
        {
            if (state.Comment.Reason is null)
            {
                var message = $"\"{state.Comment.Text}\" does not say why, and has no effect. Write the reason behind two hyphens: vjtm-disable {string.Join(", ", state.Comment.Rules)} -- reason.";
                if (Complaint(place.Note, state.Comment, SuppressionRules.WithoutReason, message) is { } complaint)
                {
                    yield return complaint;
                }

                continue;
            }

            foreach (var rule in state.Comment.Rules.DefaultIfEmpty("").Except(state.Used))
            {
                var message = rule.Length == 0 ? $"\"{state.Comment.Text}\" names no rule. Name one, such as VJT001."
                    : CheckRules.Find(rule) is null ? $"There is no rule {rule}. Correct its name; 'vjtm check --explain' lists them."
                    : $"{rule} finds nothing here. Delete the comment.";
                if (Complaint(place.Note, state.Comment, SuppressionRules.OfNothing, message) is { } complaint)
                {
                    yield return complaint;
                }
            }
        }
    }

    private static PlacedFinding Suppress(PlacedFinding finding, List<State> comments)
    {
        foreach (var state in comments)
        {
            if (state.Comment.Rules.Contains(finding.Finding.Rule) && state.Comment.Reason is { } reason)
            {
                state.Used.Add(finding.Finding.Rule);
                finding = finding with { Suppression = new Suppression(true, reason) };
            }
        }

        return finding;
    }

    /// <summary>A note that belongs to several segments, in several languages, is one comment.</summary>
    private State Know(SegmentNote note, SuppressionComment comment)
    {
        if (!_comments.TryGetValue((note, comment.Start), out var state))
        {
            _comments[(note, comment.Start)] = state = new State(comment);
        }

        return state;
    }

    private PlacedFinding? Complaint(SegmentNote note, SuppressionComment comment, CheckRule rule, string message)
    {
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
            File = note.File,
            Line = note.Line + lines,
            Column = column,
            EndLine = note.Line + lines,
            EndColumn = column + comment.Text.Length,
            Text = comment.Text,
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
    private sealed record State(SuppressionComment Comment)
    {
        public HashSet<string> Used { get; } = new(StringComparer.Ordinal);
    }
}
