namespace DiGiBachat.Emulator.Phones;

/// <summary>
/// A person's phone: its number, whose it is, and the app it shows. A WhatsApp phone takes SMS too, as phones do; an SMS phone
/// takes nothing else. <paramref name="LastSpokeAt"/> opens WhatsApp's window; <paramref name="IsOptedOut"/> is the carrier's STOP.
/// </summary>
public sealed record Phone(string Number, string Name, PhoneChannel Channel, bool IsOptedOut = false, DateTimeOffset? LastSpokeAt = null);

/// <summary>The phones on the page, remembered while the emulator runs.</summary>
public sealed class PhoneBook
{
    private readonly Lock gate = new();
    private readonly List<Phone> phones =
    [
        new("+919800000001", "Sunita", PhoneChannel.Sms),
        new("+919800000002", "Meera", PhoneChannel.WhatsApp),
        new("+919800000003", "Asha", PhoneChannel.WhatsApp),
    ];

    /// <summary>Numbers that told the carrier to stop, with a phone on the page or without.</summary>
    private readonly HashSet<string> optedOut = [];

    /// <summary>Raised outside the lock, after a phone came or changed.</summary>
    public event Action<Phone>? Changed;

    public IReadOnlyList<Phone> All()
    {
        lock (gate)
            return [.. phones];
    }

    public Phone? Find(string number)
    {
        lock (gate)
            return phones.Find(phone => phone.Number == number);
    }

    /// <summary>The new phone, or the sentence that says why there is none.</summary>
    public (Phone? Phone, string? Problem) Add(string number, string name, PhoneChannel channel)
    {
        name = name.Trim();
        if (!PhoneNumbers.IsE164(number))
            return (null, $"\"{number}\" is not a mobile number. Write it as +91 and ten digits, for example +919800000004.");
        if (name.Length is 0 or > Limits.NameLength)
            return (null, $"A phone needs a name of 1 to {Limits.NameLength} characters.");
        Phone added;
        lock (gate)
        {
            if (phones.Exists(phone => phone.Number == number))
                return (null, $"{number} is on the page already.");
            if (phones.Count >= Limits.Phones)
                return (null, $"There are {Limits.Phones} phones on the page, which is all it holds. Remove one first.");
            added = new Phone(number, name, channel, optedOut.Contains(number));
            phones.Add(added);
        }
        Changed?.Invoke(added);
        return (added, null);
    }

    public bool Remove(string number)
    {
        lock (gate)
            return phones.RemoveAll(phone => phone.Number == number) > 0;
    }

    public bool IsOptedOut(string number)
    {
        lock (gate)
            return optedOut.Contains(number);
    }

    public void Spoke(string number, DateTimeOffset at) => Change(number, phone => phone with { LastSpokeAt = at });

    public void SetOptedOut(string number, bool stops)
    {
        lock (gate)
        {
            if (stops)
                optedOut.Add(number);
            else
                optedOut.Remove(number);
        }
        Change(number, phone => phone with { IsOptedOut = stops });
    }

    private void Change(string number, Func<Phone, Phone> change)
    {
        Phone changed;
        lock (gate)
        {
            var at = phones.FindIndex(phone => phone.Number == number);
            if (at < 0)
                return;
            changed = phones[at] = change(phones[at]);
        }
        Changed?.Invoke(changed);
    }
}
