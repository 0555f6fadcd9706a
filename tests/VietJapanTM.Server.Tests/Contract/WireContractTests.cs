using Google.Protobuf.Reflection;
using VietJapanTM.V1Alpha1;
using static System.FormattableString;

namespace VietJapanTM.Server.Tests.Contract;

/// <summary>
/// What clients of all languages are compiled against. <c>VJTM_UPDATE_GOLDENS=1</c> writes the golden anew, for a change of the contract
/// that is meant.
/// </summary>
public sealed class WireContractTests
{
    private static readonly FileDescriptor[] Files =
    [
        AdministrationReflection.Descriptor,
        AlignmentReflection.Descriptor,
        CommonReflection.Descriptor,
        GlossaryReflection.Descriptor,
        TranslationMemoryReflection.Descriptor,
    ];

    [Fact]
    public void Descriptors_AreTheGolden()
    {
        var golden = RepositoryRoot.Combine("tests", "VietJapanTM.Server.Tests", "Goldens", "WireContract.txt");
        var contract = Describe();
        if (Environment.GetEnvironmentVariable("VJTM_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(golden, contract);
        }

        Assert.Equal(File.ReadAllText(golden), contract);
    }

    [Fact]
    public void Files_AreAllThatIsPublished()
    {
        var published = Directory.GetFiles(RepositoryRoot.Combine("protos", "vietjapantm"), "*.proto", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(RepositoryRoot.Combine("protos"), f).Replace('\\', '/'));
        Assert.Equal(published.Order(StringComparer.Ordinal), Files.Select(f => f.Name));
    }

    private static string Describe() => string.Concat(Files.SelectMany(Describe).Select(line => line + "\n"));

    private static IEnumerable<string> Describe(FileDescriptor file) =>
    [
        $"{file.Name} package {file.Package}",
        .. file.Services.SelectMany(s => s.Methods).Select(m =>
            $"  rpc {m.FullName}({Stream(m.IsClientStreaming)}{m.InputType.FullName}) returns ({Stream(m.IsServerStreaming)}{m.OutputType.FullName})"),
        .. file.EnumTypes.SelectMany(Describe),
        .. file.MessageTypes.SelectMany(Describe),
    ];

    private static IEnumerable<string> Describe(MessageDescriptor message) =>
    [
        $"  message {message.FullName}",
        .. message.Fields.InFieldNumberOrder().Select(f => Invariant($"    {f.FieldNumber} {f.Name}: {Label(f)}{Type(f)}")),
        .. message.EnumTypes.SelectMany(Describe),
        .. message.NestedTypes.SelectMany(Describe),
    ];

    private static IEnumerable<string> Describe(EnumDescriptor type) =>
        [$"  enum {type.FullName}", .. type.Values.Select(v => Invariant($"    {v.Number} {v.Name}"))];

    private static string Stream(bool streams) => streams ? "stream " : "";

    private static string Label(FieldDescriptor field) =>
        field.IsMap ? "map of " : field.IsRepeated ? "repeated " : field.HasPresence && field.FieldType != FieldType.Message ? "optional " : "";

    private static string Type(FieldDescriptor field) => field switch
    {
        { IsMap: true } => string.Join(" to ", field.MessageType.Fields.InFieldNumberOrder().Select(Type)),
        { FieldType: FieldType.Message } => field.MessageType.FullName,
        { FieldType: FieldType.Enum } => field.EnumType.FullName,
        _ => field.FieldType.ToString().ToLowerInvariant(),
    };
}
