using System.Text.Json;

namespace KreaPlatform.Benchmarks.Serving;

/// <summary>What a finished generation's resource says about its times; all of it by one machine's clock.</summary>
/// <param name="CreatedAt">When it was accepted.</param>
/// <param name="EndedAt">When its end was committed.</param>
/// <param name="Phases">Milliseconds by the receipt: queue, encode, denoise, decode, post.</param>
internal sealed record Finished(DateTimeOffset CreatedAt, DateTimeOffset EndedAt, double[] Phases)
{
    private static readonly string[] Names = ["queue", "encode", "denoise", "decode", "post"];

    /// <summary>From acceptance to the moment at which a worker owned it.</summary>
    public double QueueMilliseconds => Phases[0];

    /// <summary>When the last image was stored. Published times have whole milliseconds, so it is up to one early.</summary>
    public DateTimeOffset StoredAt => CreatedAt.AddMilliseconds(Phases.Sum());

    public static Finished Of(JsonElement generation)
    {
        if (generation.GetProperty("status").GetString() != "completed") throw new InvalidOperationException($"A generation did not complete: {generation}");
        var times = generation.GetProperty("receipt").GetProperty("times");
        return new Finished(generation.GetProperty("created_at").GetDateTimeOffset(), generation.GetProperty("ended_at").GetDateTimeOffset(),
            [.. Names.Select(name => times.GetProperty(name).GetDouble())]);
    }
}
