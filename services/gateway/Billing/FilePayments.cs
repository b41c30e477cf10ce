using System.Globalization;
using System.Text.Json;
using KreaPlatform.ServiceDefaults.Hosting;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Billing;

/// <summary>
/// Payments by file: an operator, or a bank's export, drops <c>NAME.json</c> with <c>{"top_up", "amount_micros", "currency", "reference"}</c> into a folder. A file
/// that was credited goes to <c>done</c>, one that can't be to <c>refused</c> with the reason beside it.
/// </summary>
public sealed partial class FilePayments(IOptions<FilePaymentsOptions> options, IServiceProvider services, TimeProvider clock, ILogger<FilePayments> logger)
    : PeriodicService(options.Value.LookEvery, clock, logger), IPaymentProvider
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true,
    };

    /// <inheritdoc/>
    public string Name => "file";

    /// <inheritdoc/>
    public Task<string> BeginAsync(TopUp topUp, CancellationToken cancel) => Task.FromResult(options.Value.Instructions
        .Replace("{id}", topUp.Id).Replace("{amount}", (topUp.AmountMicros / 1e6m).ToString(CultureInfo.InvariantCulture)).Replace("{currency}", topUp.Currency));

    /// <inheritdoc/>
    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        if (options.Value.Folder is not { Length: > 0 } folder || !Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)) await TakeAsync(file, cancel);
    }

    private async Task TakeAsync(string file, CancellationToken cancel)
    {
        string? refusal;
        try
        {
            var payment = JsonSerializer.Deserialize<Payment>(await File.ReadAllBytesAsync(file, cancel), Json) ?? throw new JsonException("The file says null.");
            var outcome = await services.GetRequiredService<TopUps>().ConfirmAsync(Name, payment, cancel);
            refusal = outcome is PaymentOutcome.Credited or PaymentOutcome.KnownBefore ? null : $"{payment.TopUp}: {outcome}";
        }
        catch (JsonException e)
        {
            refusal = e.Message;
        }
        var to = Path.Combine(Path.GetDirectoryName(file)!, refusal is null ? "done" : "refused");
        Directory.CreateDirectory(to);
        var target = Path.Combine(to, Path.GetFileName(file));
        if (refusal is not null)
        {
            LogRefused(Path.GetFileName(file), refusal);
            await File.WriteAllTextAsync(target + ".reason", refusal, cancel);
        }
        // Last: a crash before it finds the payment credited, and moves the file then.
        File.Move(file, target, overwrite: true);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The payment file {File} was refused: {Reason}")]
    private partial void LogRefused(string file, string reason);
}
