namespace DiGiBachat.Emulator.Phones;

/// <summary>
/// Every message there was, as Twilio would list them. Those of phones on the page are bounded per phone and so outlive a load run,
/// whose messages to strangers push one another out.
/// </summary>
public sealed class MessageLog(PhoneBook phones)
{
    private const string Strangers = "";

    private readonly Lock gate = new();
    private readonly Dictionary<string, Message> bySid = [];
    private readonly Dictionary<string, Queue<string>> kept = new() { [Strangers] = [] };
    private long order;

    /// <summary>Raised outside the lock, after a message was added or changed.</summary>
    public event Action<Message>? Changed;

    public Message Add(Func<long, Message> make)
    {
        Message message;
        lock (gate)
        {
            message = make(++order);
            bySid[message.Sid] = message;
            Keep(message);
        }
        Changed?.Invoke(message);
        return message;
    }

    public Message? Change(string sid, Func<Message, Message> change)
    {
        Message changed;
        lock (gate)
        {
            if (!bySid.TryGetValue(sid, out var message) || ReferenceEquals(changed = change(message), message))
                return null;
            bySid[sid] = changed;
        }
        Changed?.Invoke(changed);
        return changed;
    }

    public Message? Find(string sid)
    {
        lock (gate)
            return bySid.GetValueOrDefault(sid);
    }

    /// <summary>The thread on one phone, oldest first.</summary>
    public IReadOnlyList<Message> Thread(string number, long after = 0)
    {
        lock (gate)
            return kept.TryGetValue(number, out var sids) ? [.. sids.Select(sid => bySid[sid]).Where(message => message.Order > after)] : [];
    }

    public IReadOnlyList<Message> NewestFirst()
    {
        lock (gate)
            return [.. bySid.Values.OrderByDescending(message => message.Order)];
    }

    /// <summary>What strangers got before their phone came to the page moves to it; what a removed phone had stays in the list.</summary>
    public void Rearrange(string number, bool isOnPage)
    {
        lock (gate)
        {
            var from = isOnPage ? Strangers : number;
            if (!kept.Remove(from, out var sids))
                return;
            kept[Strangers] = isOnPage ? [] : kept[Strangers];
            foreach (var sid in sids)
                Keep(bySid[sid]);
        }
    }

    private void Keep(Message message)
    {
        var isOnPage = phones.Find(message.Phone) is not null;
        var owner = isOnPage ? message.Phone : Strangers;
        if (!kept.TryGetValue(owner, out var sids))
            kept[owner] = sids = [];
        sids.Enqueue(message.Sid);
        if (sids.Count > (isOnPage ? Limits.MessagesPerPhone : Limits.MessagesToStrangers))
            bySid.Remove(sids.Dequeue());
    }
}
