using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace VietJapanTM.Server.Tests.Architecture;

/// <summary>Dependencies point one way, as the list of ARCHITECTURE.md has them: a project may need only those that stand above it.</summary>
public sealed partial class ProjectReferenceTests
{
    private const string Prefix = "VietJapanTM.";

    private static readonly List<string> Listed = [.. File.ReadLines(RepositoryRoot.Combine("ARCHITECTURE.md"))
        .Select(line => SourceProject().Match(line))
        .Where(m => m.Success)
        .Select(m => m.Groups[1].Value)];

    public static TheoryData<string> Projects => [.. Names("src")];

    [Fact]
    public void List_NamesEachSourceProjectOnce() => Assert.Equal(Names("src"), Listed.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_PointUpTheList(string project)
    {
        var above = Listed[..Listed.IndexOf(project)];
        Assert.Empty(References("src", project).Except(above));
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("Grpc")]
    public void Project_ThatKnowsNothingOfTheRest_ReferencesNone(string project) => Assert.Empty(References("src", Prefix + project));

    [Fact]
    public void Core_NeedsNoPackage() =>
        Assert.Empty(XDocument.Load(ProjectFile("src", Prefix + "Core")).Descendants("PackageReference"));

    [Theory]
    [InlineData("Server", "Cli")]
    [InlineData("Cli", "Build")]
    [InlineData("Build")]
    [InlineData("Training")]
    public void Project_AtTheEnd_IsReferencedByNoOtherSource(string project, params string[] butBy)
    {
        var users = Names("src").Where(p => References("src", p).Contains(Prefix + project));
        Assert.Equal(butBy.Select(p => Prefix + p), users);
    }

    private static IEnumerable<string> Names(string folder) => Directory
        .GetFiles(RepositoryRoot.Combine(folder), "*.csproj", SearchOption.AllDirectories)
        .Select(f => Path.GetFileNameWithoutExtension(f)!)
        .Order(StringComparer.Ordinal);

    private static string ProjectFile(string folder, string project) => RepositoryRoot.Combine(folder, project, project + ".csproj");

    private static IReadOnlyList<string> References(string folder, string project) => [.. ReferencesOf(ProjectFile(folder, project)).Distinct()];

    /// <summary>The projects that a file references, itself or through what it imports.</summary>
    private static IEnumerable<string> ReferencesOf(string file)
    {
        var document = XDocument.Load(file);
        var own = document.Descendants("ProjectReference").Select(r => ProjectName().Match(r.Attribute("Include")!.Value).Value);
        var imported = document.Descendants("Import")
            .Select(i => Path.Combine(Path.GetDirectoryName(file)!, i.Attribute("Project")!.Value))
            .SelectMany(ReferencesOf);
        return own.Concat(imported);
    }

    [GeneratedRegex(@"^src/(VietJapanTM\.\w+) ")]
    private static partial Regex SourceProject();

    [GeneratedRegex(@"VietJapanTM\.\w+(?=\.csproj$)")]
    private static partial Regex ProjectName();
}
