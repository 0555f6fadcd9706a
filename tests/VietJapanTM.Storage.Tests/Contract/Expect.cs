using System.Text.Json;
using VietJapanTM.Errors;

namespace VietJapanTM.Storage.Tests.Contract;

/// <summary>Assertions on things that hold lists, and on failures.</summary>
internal static class Expect
{
    /// <summary>The value in full; two values are equal where this is.</summary>
    public static string Shown(object? value) => JsonSerializer.Serialize(value);

    public static void Same(object? expected, object? actual) => Assert.Equal(Shown(expected), Shown(actual));

    public static DomainException Fails(ErrorCode code, Action action) => Of(code, Assert.Throws<DomainException>(action));

    public static async Task<DomainException> FailsAsync(ErrorCode code, Func<Task> action) =>
        Of(code, await Assert.ThrowsAsync<DomainException>(action));

    private static DomainException Of(ErrorCode code, DomainException failure)
    {
        Assert.Equal(code, failure.Code);
        Assert.DoesNotContain("SQL", failure.Message);
        Assert.DoesNotContain('\n', failure.Message);
        return failure;
    }
}
