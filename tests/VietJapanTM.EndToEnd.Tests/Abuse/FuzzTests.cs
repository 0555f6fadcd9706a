using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Google.Protobuf.Reflection;
using Grpc.Core;
using VietJapanTM.EndToEnd.Tests.Serving;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Abuse;

/// <summary>
/// Seeded nonsense to every method: each call ends with an answer or a status in plain words, and none of them is "the server failed".
/// <c>VJTM_FUZZ_MINUTES</c> says how long to go on after the usual number.
/// </summary>
public sealed class FuzzTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const int Rounds = 120;
    private const int AnswersOfAStream = 20;

    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(value => value, value => value);

    private static readonly FileDescriptor[] Files =
        [TranslationMemoryReflection.Descriptor, AlignmentReflection.Descriptor, GlossaryReflection.Descriptor, AdministrationReflection.Descriptor];

    private readonly ConcurrentDictionary<string, int> _answered = new(StringComparer.Ordinal);

    private static double ExtraMinutes =>
        double.TryParse(Environment.GetEnvironmentVariable("VJTM_FUZZ_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? minutes : 0;

    [Fact]
    public async Task EveryMethod_Nonsense_EndsWithAStatusAndTheStoreIsWhole()
    {
        var methods = Files.SelectMany(file => file.Services).SelectMany(service => service.Methods).ToList();
        var names = await NamesAsync();
        var patience = Stopwatch.StartNew();
        for (var seed = 0; seed < Rounds || patience.Elapsed.TotalMinutes < ExtraMinutes; seed++)
        {
            var fuzzer = new MessageFuzzer(new Random(seed), names);
            await Task.WhenAll(methods.Select(method => CallAsync(method, fuzzer.Next(method.InputType), seed)).ToList());
        }

        // Nonsense that is always refused at the door tests nothing; some methods want what no chance finds, such as an etag.
        Assert.InRange(_answered.Count, methods.Count / 2, methods.Count);
        Assert.NotEmpty((await server.Administration.GetStatusAsync(new GetStatusRequest())).Version);
        Assert.Empty(server.Verify());
    }

    /// <summary>One of each thing that the server holds.</summary>
    private async Task<string[]> NamesAsync()
    {
        var segment = Corpus.SampleCorpus.GoldSegments("viet-nam-japan-upgrade", Model.LanguageTag.Spanish)[0];
        var answer = await server.Memory.LookupAsync(new LookupRequest { Text = segment, SourceLanguageCode = "es", TargetLanguageCode = "vi" });
        var concepts = await server.Glossary.ListConceptsAsync(new ListConceptsRequest { PageSize = 1 });
        return ["memories/vietnam-japan", "documents/viet-nam-japan-upgrade", concepts.Concepts[0].Name, answer.Matches[0].Unit];
    }

    private async Task CallAsync(MethodDescriptor method, byte[] request, int seed)
    {
        try
        {
            await CallAsync(method, request).WaitAsync(TimeSpan.FromMinutes(2));
            _answered.AddOrUpdate(method.FullName, 1, (_, count) => count + 1);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Cancelled && method.IsServerStreaming)
        {
            // This client's own doing: the stream would have gone on.
        }
        catch (RpcException e)
        {
            var where = $"{method.FullName}, seed {seed}: {e.Status}";
            Assert.True(e.StatusCode is not (StatusCode.Unknown or StatusCode.DataLoss or StatusCode.Unavailable or StatusCode.DeadlineExceeded), where);
            Assert.False(e.Status.Detail.Contains("The server failed", StringComparison.Ordinal), where);
            Refusal.AssertPlain(e.Status.Detail, server);
        }
    }

    private async Task CallAsync(MethodDescriptor method, byte[] request)
    {
        var type = (method.IsClientStreaming, method.IsServerStreaming) switch
        {
            (false, false) => MethodType.Unary,
            (false, true) => MethodType.ServerStreaming,
            (true, false) => MethodType.ClientStreaming,
            (true, true) => MethodType.DuplexStreaming,
        };
        var raw = new Method<byte[], byte[]>(type, method.Service.FullName, method.Name, Bytes, Bytes);
        var invoker = server.Channel.CreateCallInvoker();
        switch (type)
        {
            case MethodType.Unary:
                await invoker.AsyncUnaryCall(raw, null, default, request);
                break;
            case MethodType.ServerStreaming:
                using (var call = invoker.AsyncServerStreamingCall(raw, null, Brief, request))
                {
                    await ReadAsync(call.ResponseStream);
                }

                break;
            case MethodType.ClientStreaming:
                using (var call = invoker.AsyncClientStreamingCall(raw, null, default))
                {
                    await WriteAsync(call.RequestStream, request);
                    await call;
                }

                break;
            default:
                using (var call = invoker.AsyncDuplexStreamingCall(raw, null, Brief))
                {
                    await WriteAsync(call.RequestStream, request);
                    await ReadAsync(call.ResponseStream);
                }

                break;
        }
    }

    /// <summary>Enough for the first answers of a stream that may wait for changes for ever.</summary>
    private static CallOptions Brief => new(cancellationToken: new CancellationTokenSource(TimeSpan.FromMilliseconds(200)).Token);

    private static async Task WriteAsync(IClientStreamWriter<byte[]> stream, byte[] request)
    {
        await stream.WriteAsync(request);
        await stream.CompleteAsync();
    }

    private static async Task ReadAsync(IAsyncStreamReader<byte[]> stream)
    {
        for (var left = AnswersOfAStream; left > 0 && await stream.MoveNext(CancellationToken.None); left--)
        {
            // Reading is the test.
        }
    }
}
