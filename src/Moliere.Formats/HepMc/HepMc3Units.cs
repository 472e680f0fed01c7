using Moliere.Data;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.HepMc;

/// <summary>The unit line of an event: <c>U GEV MM</c>.</summary>
internal static class HepMc3Units
{
    /// <summary>Factor from the momentum unit of the line to GeV; the length unit must be one HepMC knows.</summary>
    public static double ToGeV(FieldReader fields)
    {
        fields.Skip(1);
        ReadOnlySpan<byte> momentum = fields.Next();
        double factor = momentum.SequenceEqual("GEV"u8) ? 1
            : momentum.SequenceEqual("MEV"u8) ? Units.MeV
            : throw fields.Wrong("the momentum unit", momentum, "GEV or MEV");
        ReadOnlySpan<byte> length = fields.Next();
        return length.SequenceEqual("MM"u8) || length.SequenceEqual("CM"u8)
            ? factor
            : throw fields.Wrong("the length unit", length, "MM or CM");
    }
}
