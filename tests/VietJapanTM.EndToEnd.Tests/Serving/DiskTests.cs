namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>A disk that is full or read-only at the first start.</summary>
public sealed class DiskTests
{
    [SkippableFact]
    public async Task Start_ReadOnlyFolder_IsRefusedAndTheStoreIsWhole()
    {
        using var folder = new TemporaryFolder();
        await using (var server = await ServerProcess.StartAsync(folder.Root))
        {
            await server.TerminateAsync();
        }

        using (Mount.ReadOnly(folder.Root))
        {
            (await ServerProcess.RunAsync(folder.Root)).AssertRefused(folder.Root, "writ");
            (await ServerProcess.RunAsync(folder["new"])).AssertRefused(folder["new"]);
        }

        StoreState.AssertSamples(StoreState.Read(folder.Root));
    }

    [SkippableTheory]
    [InlineData(8 << 10)]
    [InlineData(128 << 10)]
    [InlineData(400 << 10)]
    public async Task FirstStart_FullDisk_IsRefusedAndALaterStartWithRoomImportsAll(int bytes)
    {
        using var folder = new TemporaryFolder();
        using var disk = Mount.SmallDisk(folder.Root, bytes);

        (await ServerProcess.RunAsync(folder.Root)).AssertRefused("full");

        disk.Resize(64 << 20);
        await using var server = await ServerProcess.StartAsync(folder.Root);
        await server.TerminateAsync();
        StoreState.AssertSamples(StoreState.Read(folder.Root));
    }
}
