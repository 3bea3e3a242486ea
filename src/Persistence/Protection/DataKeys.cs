using System.Globalization;
using System.Security.Cryptography;

namespace DiGiBachat.Persistence.Protection;

/// <summary>
/// The keys of people's personal data, as the setting <c>Bot:DataKeys</c> has them: <c>1:base64,2:base64,index:base64</c>.
/// The highest number writes, all read; <c>index</c> is for look-ups and never changes. Each is 32 random bytes.
/// </summary>
public sealed class DataKeys
{
    public const string Setting = "Bot:DataKeys";
    public const int KeyBytes = 32;
    public const byte HighestId = byte.MaxValue;
    private const string IndexName = "index";

    private readonly SortedDictionary<byte, byte[]> byId;

    private DataKeys(SortedDictionary<byte, byte[]> byId, byte[] index)
    {
        this.byId = byId;
        Index = index;
    }

    /// <summary>The numbers of the keys, the newest last.</summary>
    public IReadOnlyCollection<byte> Ids => byId.Keys;

    internal byte[] Index { get; }

    internal byte[] this[byte id] => byId[id];

    /// <summary>New random keys, for Development and for a first installation.</summary>
    public static DataKeys Create() =>
        new(
            new() { [1] = RandomNumberGenerator.GetBytes(KeyBytes) },
            RandomNumberGenerator.GetBytes(KeyBytes)
        );

    /// <summary>These keys and a newer one, for rotation.</summary>
    public DataKeys WithNewKey()
    {
        var newest = byId.Keys.Last();
        if (newest == HighestId)
        {
            throw new DataKeysProblem(
                $"{Setting} has key {HighestId} already, the last number there is: drop old keys and count from 1 again."
            );
        }

        return new(
            new(byId) { [(byte)(newest + 1)] = RandomNumberGenerator.GetBytes(KeyBytes) },
            Index
        );
    }

    /// <summary>Throws <see cref="DataKeysProblem"/>: one sentence that names the part by its place, never by its content.</summary>
    public static DataKeys Parse(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            throw new DataKeysProblem(
                $"{Setting} is not set: it takes keys such as 1:…,index:…, each 32 random bytes in base64."
            );
        }

        var byId = new SortedDictionary<byte, byte[]>();
        byte[]? index = null;
        foreach (var (place, part) in setting.Split(',', StringSplitOptions.TrimEntries).Index())
        {
            var (name, key) = ParsePart(part, place + 1);
            var isNew = name == IndexName ? index is null : byId.TryAdd(IdOf(name, place + 1), key);
            if (!isNew)
            {
                throw new DataKeysProblem(
                    $"{Setting} names the same key twice, again in part {place + 1}: each number and \"{IndexName}\" stand once."
                );
            }

            index = name == IndexName ? key : index;
        }

        return byId.Count == 0
                ? throw new DataKeysProblem(
                    $"{Setting} has no numbered key to write with: add one such as 1:…."
                )
            : index is null
                ? throw new DataKeysProblem(
                    $"{Setting} has no key for look-ups: add {IndexName}:…."
                )
            : new(byId, index);
    }

    /// <summary>A key for another purpose from each of these, by its number: whoever knows one of them knows none of the others.</summary>
    public IReadOnlyDictionary<byte, byte[]> Derive(string purpose) =>
        byId.ToDictionary(
            key => key.Key,
            key => HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Value, KeyBytes, info: System.Text.Encoding.UTF8.GetBytes(purpose))
        );

    /// <summary>The keys themselves, in the form of the setting. For the file or the vault they are kept in, nowhere else.</summary>
    public string ToSetting() =>
        string.Join(
            ',',
            byId.Select(key => $"{key.Key}:{Convert.ToBase64String(key.Value)}")
                .Append($"{IndexName}:{Convert.ToBase64String(Index)}")
        );

    /// <summary>Numbers only: keys never reach a log by accident.</summary>
    public override string ToString() => $"keys {string.Join(", ", Ids)}";

    private static (string Name, byte[] Key) ParsePart(string part, int place)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            throw new DataKeysProblem(
                $"{Setting}, part {place}: a number or \"{IndexName}\", a colon and the key in base64 are expected."
            );
        }

        var key = new byte[KeyBytes];
        return
            Convert.TryFromBase64String(part[(colon + 1)..], key, out var length)
            && length == KeyBytes
            ? (part[..colon].Trim(), key)
            : throw new DataKeysProblem(
                $"{Setting}, part {place}: the key is not {KeyBytes} bytes in base64 (openssl rand -base64 {KeyBytes} makes one)."
            );
    }

    private static byte IdOf(string name, int place) =>
        byte.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? id
            : throw new DataKeysProblem(
                $"{Setting}, part {place}: keys are numbered from 1 to {HighestId}, and one is called \"{IndexName}\"."
            );
}
