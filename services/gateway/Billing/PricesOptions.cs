namespace KreaPlatform.Gateway.Billing;

/// <summary>Configuration section <c>Prices</c>: what images cost. Without it nothing does.</summary>
public sealed class PricesOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Prices";

    /// <summary>ISO 4217 code of every price and balance of this installation.</summary>
    public string Currency { get; set; } = "USD";
    /// <summary>Price of a model that <see cref="Models"/> does not name.</summary>
    public ModelPrice Default { get; set; } = new();
    /// <summary>Prices by the model's id.</summary>
    public Dictionary<string, ModelPrice> Models { get; set; } = new(StringComparer.Ordinal);
}
