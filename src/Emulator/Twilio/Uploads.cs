namespace DiGiBachat.Emulator.Twilio;

public sealed record Upload(byte[] Content, string ContentType);

/// <summary>Pictures and voice notes that people sent; the oldest go first.</summary>
public sealed class Uploads
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Upload> bySid = [];
    private readonly Queue<string> order = [];

    public string Add(byte[] content, string contentType)
    {
        var sid = Sids.New("ME");
        lock (gate)
        {
            bySid[sid] = new Upload(content, contentType);
            order.Enqueue(sid);
            if (order.Count > Limits.Uploads)
                bySid.Remove(order.Dequeue());
        }
        return sid;
    }

    public Upload? Find(string sid)
    {
        lock (gate)
            return bySid.GetValueOrDefault(sid);
    }
}
