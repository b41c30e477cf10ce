using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace KreaPlatform.Gateway.Idempotency;

/// <summary>Stands before the response body and keeps what is written, until somebody asks for a stream: that is passed on at once and not kept.</summary>
internal sealed class AnswerRecorder : IHttpResponseBodyFeature, IDisposable
{
    private readonly IHttpResponseBodyFeature _inner;
    private readonly MemoryStream _kept = new();
    private readonly PipeWriter _writer;
    private bool _streams;

    public AnswerRecorder(IHttpResponseBodyFeature inner)
    {
        _inner = inner;
        _writer = PipeWriter.Create(_kept, new StreamPipeWriterOptions(leaveOpen: true));
    }

    /// <summary>What was written; null when it was streamed.</summary>
    public byte[]? Body => _streams ? null : _kept.ToArray();

    public Stream Stream => _streams ? _inner.Stream : _kept;

    public PipeWriter Writer => _streams ? _inner.Writer : _writer;

    public void DisableBuffering()
    {
        _streams = true;
        _inner.DisableBuffering();
    }

    // Nothing is sent before all is known, so the start of the answer waits.
    public Task StartAsync(CancellationToken cancellationToken = default) => _streams ? _inner.StartAsync(cancellationToken) : Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        _streams ? _inner.SendFileAsync(path, offset, count, cancellationToken) : SendFileFallback.SendFileAsync(_kept, path, offset, count, cancellationToken);

    public async Task CompleteAsync()
    {
        if (_streams) await _inner.CompleteAsync();
        else await _writer.FlushAsync();
    }

    public void Dispose() => _kept.Dispose();
}
