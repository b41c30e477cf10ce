using KreaPlatform.Contracts.Bus;

namespace KreaPlatform.Gateway.Assets;

/// <summary>Configuration section <c>Assets</c>.</summary>
public sealed class AssetsOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Assets";

    /// <summary>What accounts of a tier may keep; a tier that is not named may keep what <see cref="Tiers.Free"/> may.</summary>
    public Dictionary<string, AssetAllowance> Allowances { get; set; } = new()
    {
        [Tiers.Free] = new AssetAllowance { Count = 500, Bytes = 2_000_000_000 },
        [Tiers.Pro] = new AssetAllowance { Count = 20_000, Bytes = 100_000_000_000 },
    };

    /// <summary>Largest JSON body that may carry images as data URIs, in bytes: one image of 20 MB in base64.</summary>
    public int MaxJsonBytes { get; set; } = 28_000_000;

    /// <summary>Images of one request that are fetched and read at the same time.</summary>
    public int TakeAtOnce { get; set; } = 4;

    /// <summary>After how long a description that nobody gave is asked for again.</summary>
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>What an account of a tier may keep.</summary>
    public AssetAllowance AllowanceOf(string tier) => Allowances.GetValueOrDefault(tier) ?? Allowances.GetValueOrDefault(Tiers.Free) ?? new AssetAllowance();
}
