using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Hosting;

namespace KreaPlatform.ServiceDefaults.Outbox;

/// <summary>Tells the dispatcher of <typeparamref name="TDb"/> in this process that a transaction with messages has committed.</summary>
public sealed class OutboxSignal<TDb> : WakeSignal where TDb : ServiceDb;
