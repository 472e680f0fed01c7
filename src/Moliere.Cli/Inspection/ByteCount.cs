using System.Globalization;

namespace Moliere.Cli.Inspection;

/// <summary>Sizes in decimal multiples of a byte.</summary>
internal static class ByteCount
{
    /// <summary>Such as <c>812 B</c>, <c>44.8 kB</c>, <c>3.1 GB</c>.</summary>
    /// <param name="bytes">0 or more.</param>
    public static string Text(long bytes) => bytes switch
    {
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
    };
}
