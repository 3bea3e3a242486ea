using System.Security.Cryptography;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>Twilio's ids: two letters and 32 hexadecimal digits.</summary>
public static class Sids
{
    public static string Message(bool hasMedia) => New(hasMedia ? "MM" : "SM");

    public static string New(string prefix) => prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);
}
