using System.Text.Json;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.ServiceDefaults.Fetching;
using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Gateway.Assets;

/// <summary>Values of <see cref="AssetError.Code"/>: these, and the names of <see cref="ImageErrorCode"/> and <see cref="FetchErrorCode"/> in snake_case.</summary>
public static class AssetErrorCode
{
    /// <summary>The account has no such asset or image of a generation.</summary>
    public const string NotFound = FieldErrorCode.NotFound;
    /// <summary>The image of the generation was deleted.</summary>
    public const string Gone = "gone";
    /// <summary>Neither an asset's id nor a URL nor a data URI.</summary>
    public const string Malformed = FieldErrorCode.Malformed;
    /// <summary>The account may keep no more.</summary>
    public const string AllowanceReached = "allowance_reached";
    /// <summary>More bytes than an image may have.</summary>
    public const string TooManyBytes = "too_many_bytes";
    /// <summary>Every decoder is busy; the same may succeed in a moment.</summary>
    public const string Busy = "busy";

    /// <summary>The code of bytes that are no usable image.</summary>
    public static string Of(ImageErrorCode code) => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());

    /// <summary>The code of a fetch that failed.</summary>
    public static string Of(FetchErrorCode code) => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());
}
