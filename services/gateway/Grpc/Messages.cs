using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using KreaPlatform.Contracts.Grpc.V1;
using KreaPlatform.Contracts.Live;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Watching;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>From the public resource to its gRPC form: the same values under the same names.</summary>
public static class Messages
{
    /// <summary>A generation.</summary>
    public static Generation Of(GenerationResource resource)
    {
        var message = new Generation
        {
            Id = resource.Id,
            Status = StatusNames.Of(resource.Status),
            CreatedAt = Timestamp.FromDateTimeOffset(resource.CreatedAt),
            StartedAt = resource.StartedAt is { } started ? Timestamp.FromDateTimeOffset(started) : null,
            EndedAt = resource.EndedAt is { } ended ? Timestamp.FromDateTimeOffset(ended) : null,
            Request = AsStruct(resource.Request),
            Progress = resource.Progress is { } progress ? new Progress { Step = progress.Step, Steps = progress.Steps } : null,
            Receipt = resource.Receipt is { } receipt ? AsStruct(receipt) : null,
            Parent = resource.Parent is { } parent ? Of(parent) : null,
            PriceMicros = resource.PriceMicros,
            Currency = resource.Currency ?? "",
            Owner = resource.Rights.Owner,
            Error = resource.Error is { } error ? new Failure { Code = error.Code, Message = error.Message } : null,
        };
        if (resource.Position is { } position) message.Position = position;
        if (resource.EtaSeconds is { } eta) message.EtaSeconds = eta;
        message.Images.AddRange(resource.Images.Select(Of));
        return message;
    }

    /// <summary>An event; <paramref name="generation"/> on transitions.</summary>
    public static GenerationEvent Of(JobEvent source, GenerationResource? generation)
    {
        var message = new GenerationEvent { Type = source.Type, Number = source.Number };
        if (generation is not null) message.Generation = Of(generation);
        else if (source.Live is { } live)
        {
            message.Progress = new Progress { Step = live.Step, Steps = live.Steps };
            if (live.Kind == LiveUpdateKind.Preview)
            {
                message.Image = live.Image;
                message.Preview = ByteString.FromBase64(live.Preview ?? "");
            }
        }
        if (source.Place is { } place)
        {
            message.Position = place.Position;
            if (place.EtaSeconds is { } eta) message.EtaSeconds = eta;
        }
        return message;
    }

    private static Image Of(ImageResource image) => new()
    {
        Index = image.Index,
        Status = image.Status switch { ImageStatus.Ready => "ready", ImageStatus.Refused => "refused", _ => "deleted" },
        Url = image.Url ?? "",
        Width = image.Width,
        Height = image.Height,
        Seed = image.Seed,
        Prompt = image.Prompt,
        Code = image.Code ?? "",
    };

    private static Parent Of(JobParent parent)
    {
        var message = new Parent { Id = parent.Id, Relation = parent.Relation.ToString().ToLowerInvariant() };
        if (parent.Image is { } image) message.Image = image;
        return message;
    }

    private static Struct AsStruct<T>(T value) => Struct.Parser.ParseJson(JsonSerializer.Serialize(value, PublicJson.Options));
}
