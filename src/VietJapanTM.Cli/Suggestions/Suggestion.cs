using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Suggestions;

/// <summary>A candidate with its equivalents in all languages that were asked for. Immutable.</summary>
/// <param name="Candidate">What the first language says of it.</param>
/// <param name="Equivalents">The likely equivalents, by language.</param>
internal sealed record Suggestion(Wire.TermCandidate Candidate, ImmutableArray<(LanguageTag Language, ImmutableArray<string> Texts)> Equivalents)
{
    private const int MostIdLetters = 40;

    /// <summary>Joins the replies for several target languages by the candidates of the first.</summary>
    public static IReadOnlyList<Suggestion> Join(IReadOnlyList<(LanguageTag Target, Wire.SuggestTermsResponse Reply)> replies) =>
    [
        .. replies[0].Reply.Candidates.Select(candidate => new Suggestion(
            candidate,
            [
                .. replies.Select(r => (r.Target, (ImmutableArray<string>)
                [
                    .. r.Reply.Candidates.Where(c => c.Text == candidate.Text).SelectMany(c => c.Equivalents).Select(e => e.Text),
                ])),
            ])),
    ];

    /// <summary>Concepts to be approved: the best equivalent preferred, the others admitted.</summary>
    public static IEnumerable<Concept> ToConcepts(IEnumerable<Suggestion> suggestions, LanguageTag source)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var suggestion in suggestions)
        {
            var id = IdOf(suggestion.Candidate.Text);
            for (var number = 2; !taken.Add(id); number++)
            {
                id = string.Create(CultureInfo.InvariantCulture, $"{IdOf(suggestion.Candidate.Text)}-{number}");
            }

            yield return suggestion.ToConcept(id, source);
        }
    }

    private Concept ToConcept(string id, LanguageTag source)
    {
        var example = Candidate.Examples.FirstOrDefault();
        var term = new Term { Text = Candidate.Text, Status = AdministrativeStatus.Preferred, Context = example?.SourceText };
        return new Concept
        {
            Id = id,
            Approval = ApprovalState.Proposed,
            Note = string.Create(CultureInfo.InvariantCulture, $"Proposed from {Candidate.Count} occurrences in the memory."),
            Languages =
            [
                new LanguageSection { Language = source, Terms = [term] },
                .. Equivalents.Where(e => !e.Texts.IsEmpty).Select(e => new LanguageSection
                {
                    Language = e.Language,
                    Terms = [.. e.Texts.Select((text, i) => new Term { Text = text, Status = i == 0 ? AdministrativeStatus.Preferred : AdministrativeStatus.Admitted })],
                }),
            ],
        };
    }

    /// <summary><c>proposed-cadena-de-suministro</c>; letters of other alphabets become their code points.</summary>
    private static string IdOf(string text)
    {
        var id = new StringBuilder("proposed-");
        foreach (var rune in text.ToLowerInvariant().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (id.Length >= MostIdLetters)
            {
                return UpToLastWord(id.ToString());
            }

            if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
            {
                id.Append(rune.ToString());
            }
            else if (rune.Value == 'đ')
            {
                id.Append('d');
            }
            else if (Rune.IsLetter(rune))
            {
                id.Append(CultureInfo.InvariantCulture, $"{rune.Value:x}");
            }
            else if (Rune.IsWhiteSpace(rune) && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString().TrimEnd('-');
    }

    /// <summary>Without the word that the limit cuts, unless it is the only one.</summary>
    private static string UpToLastWord(string id)
    {
        var end = id.LastIndexOf('-');
        return end > id.IndexOf('-', StringComparison.Ordinal) ? id[..end] : id;
    }
}
