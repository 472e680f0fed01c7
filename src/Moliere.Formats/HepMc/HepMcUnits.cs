using Moliere.Data;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.HepMc;

/// <summary>The unit line of an event: <c>U GEV MM</c>.</summary>
internal readonly record struct HepMcUnits(double ToGeV, double ToMm)
{
    /// <summary>Whether an event has said its units.</summary>
    public bool AreKnown => ToGeV != 0;

    /// <summary>Factors from the units of the line.</summary>
    public static HepMcUnits Read(FieldReader fields)
    {
        fields.Skip(1);
        ReadOnlySpan<byte> momentum = fields.Next();
        double toGeV = momentum.SequenceEqual("GEV"u8) ? 1
            : momentum.SequenceEqual("MEV"u8) ? Units.MeV
            : throw fields.Wrong("the momentum unit", momentum, "GEV or MEV");
        ReadOnlySpan<byte> length = fields.Next();
        double toMm = length.SequenceEqual("MM"u8) ? 1
            : length.SequenceEqual("CM"u8) ? Units.Centimetre
            : throw fields.Wrong("the length unit", length, "MM or CM");
        return new(toGeV, toMm);
    }
}
