namespace KreaPlatform.Generation.Slots;

/// <summary>
/// Who goes next among flows of work of very different sizes: deficit round robin (Shreedhar and Varghese 1995) in its surplus form, where a
/// flow in credit may overdraw and pays back in later rounds, so that no cost has to be known before it is spent. Within a round the flow of
/// the highest rank goes first; a round ends when nobody who waits is in credit, and the next gives every flow its quantum, up to one saved.
/// So a flow of higher rank goes first when it has not used up its share, over time flows that all wait get work in proportion to their quanta,
/// and each of them gets some in every round that it is owed one. Pure: no clock, no locks.
/// </summary>
public sealed class DeficitRoundRobin
{
    private readonly Dictionary<string, Account> _accounts = [];

    /// <summary>Adds a flow, with a full quantum.</summary>
    /// <param name="flow">Its name.</param>
    /// <param name="rank">Higher goes first within a round.</param>
    /// <param name="quantum">Credit a round, in units of cost; above 0.</param>
    public void Open(string flow, int rank, long quantum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantum);
        _accounts[flow] = new Account(flow, rank, quantum) { Balance = quantum };
    }

    /// <summary>Forgets a flow.</summary>
    public void Close(string flow) => _accounts.Remove(flow);

    /// <summary>The flow to serve next among those that wait, or null when none of them is open. May start new rounds, charges nothing.</summary>
    public string? Next(IEnumerable<string> waiting)
    {
        var candidates = waiting.Select(flow => _accounts.GetValueOrDefault(flow)).OfType<Account>().ToList();
        if (candidates.Count == 0) return null;
        if (candidates.All(c => c.Balance <= 0))
        {
            // As many rounds at once as the first of them needs: costs may be thousands of quanta.
            var rounds = candidates.Min(c => -c.Balance / c.Quantum + 1);
            foreach (var account in _accounts.Values)
                account.Balance = Math.Min(account.Quantum, account.Balance + rounds * account.Quantum);
        }
        return candidates.Where(c => c.Balance > 0).MaxBy(c => (c.Rank, c.Balance))!.Flow;
    }

    /// <summary>Takes the cost of what was served from the flow's balance.</summary>
    public void Charge(string flow, long cost)
    {
        if (_accounts.TryGetValue(flow, out var account)) account.Balance -= cost;
    }

    /// <summary>Forgives all debts: for a server that was idle, since nobody was kept waiting.</summary>
    public void Settle()
    {
        foreach (var account in _accounts.Values) account.Balance = account.Quantum;
    }

    private sealed class Account(string flow, int rank, long quantum)
    {
        public string Flow { get; } = flow;
        public int Rank { get; } = rank;
        public long Quantum { get; } = quantum;
        public long Balance { get; set; }
    }
}
