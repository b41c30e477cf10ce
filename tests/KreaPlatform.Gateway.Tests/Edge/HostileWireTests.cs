using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using KreaPlatform.Contracts.Grpc.V1;

namespace KreaPlatform.Gateway.Tests.Edge;

/// <summary>Bytes that no honest client sends, over bare sockets.</summary>
public sealed class HostileWireTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    private const string Key = $"Authorization: Bearer {EdgeUnderTest.AliceKey}\r\n";

    [Theory]
    [InlineData("Content-Length: 18\r\nTransfer-Encoding: chunked\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n")]
    [InlineData("Transfer-Encoding: xchunked\r\n")]
    [InlineData("Transfer-Encoding : chunked\r\n")]
    [InlineData("Content-Length: 18\r\nContent-Length: 5\r\n")]
    [InlineData("Content-Length: +18\r\n")]
    public async Task A_request_whose_length_is_ambiguous_never_becomes_two(string framing)
    {
        // If the framing were misread, the smuggled line would be answered as a request of its own.
        var answers = await SendAsync($"POST /v1/generations HTTP/1.1\r\nHost: a\r\n{Key}Content-Type: application/json\r\n{framing}\r\n" +
            "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");
        var statuses = answers.Split('\n').Where(line => line.StartsWith("HTTP/1.1", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]).ToList();
        Assert.NotEmpty(statuses);
        Assert.All(statuses, status => Assert.Equal("400", status));
        Assert.DoesNotContain("/smuggled", answers);
    }

    [Theory]
    [InlineData("X-Forwarded-Host: evil.example.com\r\n")]
    [InlineData("X-Forwarded-Proto: https\r\nForwarded: host=evil.example.com\r\n")]
    [InlineData("X-Original-URL: /v1/admin\r\nX-Rewrite-URL: /v1/admin\r\n")]
    [InlineData("X-HTTP-Method-Override: DELETE\r\n")]
    [InlineData("X-Account: acc_bob\r\nX-User: root\r\n")]
    public async Task Headers_that_pretend_to_come_from_a_proxy_change_nothing(string headers)
    {
        var plain = await SendAsync($"GET /v1/generations?limit=1 HTTP/1.1\r\nHost: a\r\n{Key}Connection: close\r\n\r\n");
        var dressed = await SendAsync($"GET /v1/generations?limit=1 HTTP/1.1\r\nHost: a\r\n{Key}{headers}Connection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200", dressed);
        Assert.Equal(BodyOf(plain), BodyOf(dressed));
        Assert.DoesNotContain("evil", dressed);
    }

    [Theory]
    [InlineData("GET /v1/models HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET /v1/models HTTP/1.1\r\n\r\n")]
    [InlineData("GET /v1/mod\0els HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("G\u00cbT /v1/models HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /v1/models HTTP/9.9\r\nHost: a\r\n\r\n")]
    [InlineData("\r\n\r\n\r\n\0\0\0")]
    public async Task What_is_no_HTTP_is_a_400_or_a_closed_connection(string bytes)
    {
        var answer = await SendAsync(bytes);
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 505", StringComparison.Ordinal), answer);
    }

    [Fact]
    public async Task Callers_who_send_a_letter_at_a_time_don_t_keep_others_waiting()
    {
        var slow = new List<TcpClient>();
        for (var i = 0; i < 200; i++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(edge.Http.Host, edge.Http.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /v1/generations HTTP/1.1\r\nHost: a\r\n{Key}Content-Length: 900\r\nContent-Type: application/json\r\n\r\n{{"));
            slow.Add(client);
        }
        Assert.StartsWith("gen_", await edge.SubmitAsync());
        foreach (var client in slow) client.Dispose();
        Assert.StartsWith("gen_", await edge.SubmitAsync());
    }

    /// <summary>Any bytes as the message of a call: refused or accepted, never an error of ours.</summary>
    [Property(MaxTest = 4000, Arbitrary = [typeof(Hostile)])]
    public void No_message_breaks_a_call(byte[] message)
    {
        try
        {
            Calls.BlockingUnaryCall(RawSubmit, null, new CallOptions([new("authorization", "Bearer " + EdgeUnderTest.AliceKey)]), message);
        }
        catch (RpcException e)
        {
            // A message that can't be read never reaches us: the framework answers UNKNOWN.
            var unreadable = e.StatusCode == StatusCode.Unknown && !IsReadable(message);
            Assert.True(unreadable || e.StatusCode is StatusCode.InvalidArgument or StatusCode.Unavailable, e.Status.ToString());
        }
    }

    /// <summary>Any bytes as the body of a request: an answer below 500.</summary>
    [Property(MaxTest = 6000, Arbitrary = [typeof(Hostile)])]
    public void No_body_breaks_a_request(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var response = edge.Client.PostAsync("/v1/generations", content).GetAwaiter().GetResult();
        Assert.InRange((int)response.StatusCode, 200, 499);
    }

    private CallInvoker? _calls;

    private CallInvoker Calls => _calls ??= GrpcChannel.ForAddress(edge.Grpc).CreateCallInvoker();

    private static Method<byte[], byte[]> RawSubmit { get; } = new(MethodType.Unary, "krea.v1.GenerationService", "Submit",
        Marshallers.Create(bytes => bytes, bytes => bytes), Marshallers.Create(bytes => bytes, bytes => bytes));

    private static bool IsReadable(byte[] message)
    {
        try
        {
            SubmitRequest.Parser.ParseFrom(message);
            return true;
        }
        catch (InvalidProtocolBufferException)
        {
            return false;
        }
    }

    private static string BodyOf(string answer) => answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    private async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(edge.Http.Host, edge.Http.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var answer = new MemoryStream();
        try { await stream.CopyToAsync(answer, new CancellationTokenSource(TimeSpan.FromSeconds(2)).Token); }
        catch (Exception e) when (e is IOException or OperationCanceledException) { /* Reset, or kept open: what came so far is the answer. */ }
        return Encoding.Latin1.GetString(answer.ToArray());
    }

    /// <summary>Valid messages and bodies with some bytes changed, and plain noise.</summary>
    public static class Hostile
    {
        public static Arbitrary<byte[]> Bytes() => Gen.OneOf(ArbMap.Default.GeneratorFor<byte[]>(), Damaged(Message()), Damaged(Body())).ToArbitrary();

        private static Gen<byte[]> Message() =>
            from text in ArbMap.Default.GeneratorFor<NonNull<string>>()
            from n in ArbMap.Default.GeneratorFor<int>()
            from guidance in ArbMap.Default.GeneratorFor<double>()
            select new SubmitRequest { Prompt = text.Get, N = n, Guidance = guidance, Seed = n, Output = new Output { Format = text.Get } }.ToByteArray();

        private static Gen<byte[]> Body() =>
            from text in ArbMap.Default.GeneratorFor<NonNull<string>>()
            from n in ArbMap.Default.GeneratorFor<int>()
            from name in Gen.Elements("n", "seed", "references", "output", "metadata", "image")
            select JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?> { ["prompt"] = text.Get, [name] = n % 2 == 0 ? n : new[] { text.Get } });

        private static Gen<byte[]> Damaged(Gen<byte[]> whole) =>
            from bytes in whole
            from at in Gen.Choose(0, 10_000)
            from value in Gen.Choose(0, 255)
            from keep in Gen.Choose(0, 3)
            select Change([.. bytes], at, (byte)value, keep);

        private static byte[] Change(byte[] bytes, int at, byte value, int keep)
        {
            if (bytes.Length > 0 && keep > 0) bytes[at % bytes.Length] = value;
            return keep == 3 ? bytes[..(at % (bytes.Length + 1))] : bytes;
        }
    }
}
