namespace KreaPlatform.Gateway.Billing;

/// <summary>Takes payments. A provider calls <see cref="TopUps.ConfirmAsync"/> when one has arrived, as often as it likes: a payment counts once.</summary>
public interface IPaymentProvider
{
    /// <summary>Its name, as stored with each top-up.</summary>
    string Name { get; }

    /// <summary>Starts a payment.</summary>
    /// <returns>What the payer does next: a sentence, or the URL of a page.</returns>
    Task<string> BeginAsync(TopUp topUp, CancellationToken cancel);
}
