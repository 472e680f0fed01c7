using System.Buffers.Binary;
using System.Globalization;

namespace Moliere.Formats.Root.Columns;

/// <summary>
/// How a Float16_t or Double32_t is packed, as the comment <c>[min,max,bits]</c> of its member says: a whole number of
/// 32 bits scaled into a range, an exponent and a cut mantissa, or a plain float.
/// </summary>
/// <param name="Low">Lower end of the range.</param>
/// <param name="Factor">Steps per unit; 0 without a range.</param>
/// <param name="Bits">Bits of the mantissa; 0 for a plain float.</param>
/// <source>ROOT, TStreamerElement GetRange; TBufferFile::ReadWithFactor, ReadWithNbits.</source>
internal readonly record struct PackedFloat(double Low, double Factor, int Bits)
{
    private const int DefaultHalfBits = 12;

    /// <summary>No range and no bits.</summary>
    public static PackedFloat Plain => default;

    /// <summary>Bytes of one value.</summary>
    public int Width => Factor != 0 ? 4 : 3;

    /// <summary>Reads the comment of a member or the title of a leaf; nonsense counts as absent.</summary>
    public static PackedFloat Parse(string title)
    {
        for (int open = title.IndexOf('['); open >= 0; open = title.IndexOf('[', open + 1))
        {
            int close = title.IndexOf(']', open);
            string[] parts = close < 0 ? [] : title[(open + 1)..close].Split(',');
            if (parts.Length is 2 or 3)
            {
                return FromRange(Limit(parts[0]), Limit(parts[1]), parts.Length == 3 ? parts[2] : "32");
            }
        }

        return Plain;
    }

    /// <summary>Whether values of the kind are plain floats in the file.</summary>
    public bool IsPlainAs(NumberKind kind) => kind == NumberKind.Double32 && Factor == 0 && Bits == 0;

    /// <summary>The packing of a Float16_t: twelve bits where nothing is said.</summary>
    public PackedFloat OrDefaultBits() => Factor == 0 && Bits == 0 ? this with { Bits = DefaultHalfBits } : this;

    /// <summary>One value from its bytes.</summary>
    public double Decode(ReadOnlySpan<byte> bytes)
    {
        if (Factor != 0)
        {
            return (BinaryPrimitives.ReadUInt32BigEndian(bytes) / Factor) + Low;
        }

        int mantissa = BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]), sign = 1 << (Bits + 1);
        uint pattern = ((uint)bytes[0] << 23) | ((uint)(mantissa & (sign - 1)) << (23 - Bits));
        float value = BitConverter.UInt32BitsToSingle(pattern);
        return (mantissa & sign) != 0 ? -value : value;
    }

    private static PackedFloat FromRange(double low, double high, string bitsText)
    {
        bool isCount = int.TryParse(bitsText, NumberStyles.Integer, CultureInfo.InvariantCulture, out int bits);
        bits = isCount && bits is >= 2 and <= 32 ? bits : 32;
        if (low < high)
        {
            return new(low, (bits < 32 ? 1u << bits : uint.MaxValue) / (high - low), 0);
        }

        return new(0, 0, bits < 15 ? bits : 0);
    }

    private static double Limit(string text)
    {
        string word = text.Trim().ToLowerInvariant();
        double sign = word.StartsWith('-') ? -1 : 1;
        return word.TrimStart('-') switch
        {
            "pi" => sign * Math.PI,
            "2pi" or "2*pi" or "twopi" => sign * 2 * Math.PI,
            "pi/2" => sign * Math.PI / 2,
            "pi/4" => sign * Math.PI / 4,
            _ => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : 0,
        };
    }
}
