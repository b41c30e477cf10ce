using Google.Protobuf.WellKnownTypes;
using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Styles;
using Asset = KreaPlatform.Contracts.Grpc.V1.Asset;
using AssetRights = KreaPlatform.Contracts.Grpc.V1.AssetRights;
using Style = KreaPlatform.Contracts.Grpc.V1.Style;
using StyleImage = KreaPlatform.Contracts.Grpc.V1.StyleImage;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>From the public resources of assets and styles to their gRPC form: the same values under the same names.</summary>
public static class AssetMessages
{
    /// <summary>An asset.</summary>
    public static Asset Of(AssetResource resource)
    {
        var message = new Asset
        {
            Id = resource.Id, CreatedAt = Timestamp.FromDateTimeOffset(resource.CreatedAt), Origin = resource.Origin, GenerationId = resource.GenerationId ?? "",
            Format = resource.Format, OriginalFormat = resource.OriginalFormat, Bytes = resource.Bytes, Width = resource.Width, Height = resource.Height,
            Url = resource.Url, UrlExpiresAt = Timestamp.FromDateTimeOffset(resource.UrlExpiresAt), Description = resource.Description.ToString().ToLowerInvariant(),
            Rights = new AssetRights
            {
                Owner = resource.Rights.Owner, TrainingForbidden = resource.Rights.TrainingForbidden, DataMining = resource.Rights.DataMining ?? "",
                GenerativeTraining = resource.Rights.GenerativeTraining ?? "", Training = resource.Rights.Training ?? "",
                Inference = resource.Rights.Inference ?? "", Mining = resource.Rights.Mining ?? "",
            },
        };
        if (resource.ImageIndex is { } index) message.ImageIndex = index;
        return message;
    }

    /// <summary>A style.</summary>
    public static Style Of(StyleResource resource)
    {
        var message = new Style
        {
            Id = resource.Id, Name = resource.Name, Visibility = resource.Visibility.ToString().ToLowerInvariant(), Own = resource.Own,
            CreatedAt = Timestamp.FromDateTimeOffset(resource.CreatedAt), UpdatedAt = Timestamp.FromDateTimeOffset(resource.UpdatedAt), ImageCount = resource.ImageCount,
        };
        message.Images.AddRange((resource.Images ?? []).Select(i => new StyleImage
        {
            Asset = i.Asset, Weight = i.Weight, Url = i.Url, UrlExpiresAt = Timestamp.FromDateTimeOffset(i.UrlExpiresAt),
        }));
        return message;
    }
}
