using System.Text.RegularExpressions;
using KreaPlatform.Gateway.Jobs;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Billing;

/// <summary>The prices of this installation, checked at start.</summary>
public sealed partial class PriceList
{
    private readonly PricesOptions _options;

    /// <summary>Takes the prices from the configuration.</summary>
    /// <exception cref="OptionsValidationException">A price is below zero, or the currency is no code.</exception>
    public PriceList(IOptions<PricesOptions> options)
    {
        _options = options.Value;
        if (!CurrencyCode().IsMatch(_options.Currency)) throw Invalid("Prices:Currency must be three upper-case letters (ISO 4217).");
        foreach (var (name, price) in _options.Models.Append(new("Default", _options.Default)))
            if (price is { PerImageMicros: < 0 } or { WithReferencesMicros: < 0 } or { WithMoodboardMicros: < 0 } or { WithUpscaleMicros: < 0 })
                throw Invalid($"The price of {name} is below zero.");
    }

    /// <summary>The currency of every price and balance.</summary>
    public string Currency => _options.Currency;

    /// <summary>The prices of a model.</summary>
    public ModelPrice Of(string model) => _options.Models.GetValueOrDefault(model) ?? _options.Default;

    /// <summary>What one image of a request costs.</summary>
    public long UnitMicros(GenerationRequest request)
    {
        var price = Of(request.Model);
        return price.PerImageMicros
            + (request.References.Count + request.Styles.Count > 0 ? price.WithReferencesMicros : 0)
            + (request.Moodboards.Count > 0 ? price.WithMoodboardMicros : 0)
            + (request.Upscale > 1 ? price.WithUpscaleMicros : 0);
    }

    private static OptionsValidationException Invalid(string message) => new(PricesOptions.Section, typeof(PricesOptions), [message]);

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex CurrencyCode();
}
