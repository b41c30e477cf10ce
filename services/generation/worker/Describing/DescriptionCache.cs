using System.Text.Json;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Live;
using StackExchange.Redis;

namespace KreaPlatform.Generation.Describing;

/// <summary>What was described before, in Redis. A cache that is away is an empty one.</summary>
public sealed class DescriptionCache(IConnectionMultiplexer redis)
{
    /// <summary>What a descriptor said of this content; null when it is not known.</summary>
    public async Task<ImageDescribed?> FindAsync(string descriptor, string blob)
    {
        try
        {
            var json = await redis.GetDatabase().StringGetAsync(DescriptionKeys.Of(descriptor, blob));
            return json.IsNull ? null : JsonSerializer.Deserialize<ImageDescribed>((string)json!, JsonSerializerOptions.Web);
        }
        catch (Exception e) when (e is RedisException or TimeoutException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps a description that succeeded.</summary>
    public void Keep(string descriptor, ImageDescribed described)
    {
        try
        {
            redis.GetDatabase().StringSet(DescriptionKeys.Of(descriptor, described.Blob), JsonSerializer.Serialize(described, JsonSerializerOptions.Web),
                DescriptionKeys.Lifetime, flags: CommandFlags.FireAndForget);
        }
        catch (RedisException)
        {
            // Redis is away.
        }
    }
}
