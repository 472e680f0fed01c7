using System.Text;

namespace Moliere.Formats.Root.Objects;

/// <summary>Texts without a known encoding.</summary>
internal static class Texts
{
    /// <summary>UTF-8, with replacement characters for bytes that are none.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.TrimEnd((byte)0));
}
