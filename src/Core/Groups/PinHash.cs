using System.Security.Cryptography;
using System.Text;

namespace DiGiBachat.Core.Groups;

/// <summary>
/// A PIN of four digits as it is kept: PBKDF2 over it with a salt of its own, both in hex. Four digits are soon tried; that is what the
/// pause after wrong ones is for.
/// </summary>
public sealed record PinHash(string Salt, string Hash)
{
    public const int Digits = 4;
    public const int SaltBytes = 16;

    /// <summary>After so many wrong ones in a row nobody is let in for <see cref="Pause"/>.</summary>
    public const int MostTries = 3;

    /// <summary>How long nobody is let in.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    private const int Iterations = 100_000;

    /// <summary>The PIN with a salt that was drawn for it.</summary>
    public static PinHash Of(string pin, byte[] salt) => new(Convert.ToHexStringLower(salt), Derive(pin, salt));

    /// <summary>Whether it is this PIN; takes as long for a wrong one as for the right one.</summary>
    public bool Matches(string pin) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Hash),
            Encoding.ASCII.GetBytes(Derive(pin, Convert.FromHexString(Salt)))
        );

    private static string Derive(string pin, byte[] salt) =>
        Convert.ToHexStringLower(
            Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(pin), salt, Iterations, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes)
        );
}
