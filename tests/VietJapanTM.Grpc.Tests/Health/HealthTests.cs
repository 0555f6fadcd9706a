using Grpc.AspNetCore.HealthChecks.Internal;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VietJapanTM.Grpc.Tests.Hosting;
using HealthClient = Grpc.Health.V1.Health.HealthClient;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace VietJapanTM.Grpc.Tests.Health;

public sealed class HealthTests
{
    private volatile bool _isIndexBroken;

    [Fact]
    public async Task Check_RunsTheChecksOfTheService()
    {
        await using var server = await StartAsync();
        var client = new HealthClient(server.NewChannel());
        Assert.Equal(ServingStatus.Serving, (await client.CheckAsync(new HealthCheckRequest())).Status);
        _isIndexBroken = true;
        server.ExpectLogged("the index is broken");
        Assert.Equal(ServingStatus.NotServing, (await client.CheckAsync(new HealthCheckRequest())).Status);
        Assert.Equal(ServingStatus.Serving, (await client.CheckAsync(new HealthCheckRequest { Service = "store" })).Status);
    }

    [Fact]
    public async Task Check_UnknownService_IsNotFound()
    {
        await using var server = await StartAsync();
        var e = await Assert.ThrowsAsync<RpcException>(
            async () => await new HealthClient(server.NewChannel()).CheckAsync(new HealthCheckRequest { Service = "nope" }));
        Assert.Equal(StatusCode.NotFound, e.StatusCode);
    }

    [Fact]
    public async Task Watch_TellsTheStateAndEachChange()
    {
        await using var server = await StartAsync();
        using var watch = new HealthClient(server.NewChannel()).Watch(new HealthCheckRequest());
        Assert.Equal(ServingStatus.Serving, await NextAsync(watch));
        _isIndexBroken = true;
        server.ExpectLogged("the index is broken");
        await PublishAsync(server);
        Assert.Equal(ServingStatus.NotServing, await NextAsync(watch));
        _isIndexBroken = false;
        await PublishAsync(server);
        await PublishAsync(server);
        Assert.Equal(ServingStatus.Serving, await NextAsync(watch));
    }

    [Fact]
    public async Task Watch_ServiceThatAppearsAndGoes_IsUnknownBeforeAndAfter()
    {
        await using var server = await StartAsync();
        var health = server.Services.GetRequiredService<HealthServiceImpl>();
        using var watch = new HealthClient(server.NewChannel()).Watch(new HealthCheckRequest { Service = "late" });
        Assert.Equal(ServingStatus.ServiceUnknown, await NextAsync(watch));
        health.SetStatus("late", ServingStatus.Serving);
        Assert.Equal(ServingStatus.Serving, await NextAsync(watch));
        health.ClearAll();
        Assert.Equal(ServingStatus.ServiceUnknown, await NextAsync(watch));
    }

    [Fact]
    public async Task Check_WithCache_GivesThePublished()
    {
        await using var server = await StartAsync(useCache: true);
        var client = new HealthClient(server.NewChannel());
        await PublishAsync(server);
        _isIndexBroken = true;
        Assert.Equal(ServingStatus.Serving, (await client.CheckAsync(new HealthCheckRequest())).Status);
    }

    [Fact]
    public void ServingStatuses_OfResults_DegradedServesAndNoneIsUnknown()
    {
        Assert.Equal(ServingStatus.Unknown, ServingStatuses.Of([]));
        Assert.Equal(ServingStatus.Serving, ServingStatuses.Of([HealthStatus.Healthy, HealthStatus.Degraded]));
        Assert.Equal(ServingStatus.NotServing, ServingStatuses.Of([HealthStatus.Unhealthy, HealthStatus.Healthy]));
    }

    private static async Task<ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Assert.True(await watch.ResponseStream.MoveNext(timeout.Token));
        return watch.ResponseStream.Current.Status;
    }

    private static async Task PublishAsync(EchoServer server)
    {
        var report = await server.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        foreach (var publisher in server.Services.GetServices<IHealthCheckPublisher>())
        {
            await publisher.PublishAsync(report, CancellationToken.None);
        }
    }

    private Task<EchoServer> StartAsync(bool useCache = false) => EchoServer.StartAsync(
        services: services => services.Configure<HealthCheckPublisherOptions>(options => options.Delay = TimeSpan.FromHours(1))
            .AddGrpcHealthChecks(options =>
            {
                options.UseHealthChecksCache = useCache;
                options.Services.Map("store", check => check.Tags.Contains("store"));
            })
            .AddCheck("store", () => HealthCheckResult.Healthy(), ["store"])
            .AddCheck("index", () => _isIndexBroken ? HealthCheckResult.Unhealthy("the index is broken") : HealthCheckResult.Healthy()),
        map: application => application.MapGrpcHealthChecksService());
}
