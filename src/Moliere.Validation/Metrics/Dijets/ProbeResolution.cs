namespace Moliere.Validation.Metrics.Dijets;

/// <summary>
/// Resolution of single jets from the widths of dijet asymmetries after the truth asymmetry is taken out. Errors are
/// propagated to first order; a width that its subtrahend exceeds gives NaN, never a made-up number.
/// </summary>
/// <source>ATLAS, arXiv:2007.02645, section 6, and arXiv:1910.04482, section 8.1; physics notes section 2.5.</source>
public static class ProbeResolution
{
    /// <summary>Resolution of either jet when both come from the same region: the asymmetry's over root 2.</summary>
    /// <param name="detector">Width of the asymmetry without its truth part.</param>
    public static WidthEstimate Central(WidthEstimate detector) =>
        new(detector.Value / Math.Sqrt(2), detector.Error / Math.Sqrt(2));

    /// <summary>
    /// Resolution of a probe outside of the reference region: sigma_probe² = sigma_A,det² - sigma_ref².
    /// </summary>
    /// <param name="detector">Width of the asymmetry of reference and probe without its truth part.</param>
    /// <param name="reference">Resolution of the reference at the same transverse momentum, from an independent
    /// sample.</param>
    public static WidthEstimate Forward(WidthEstimate detector, WidthEstimate reference) =>
        Difference(detector, reference);

    /// <summary>What is left of a width when a part of it is taken out in quadrature.</summary>
    /// <param name="whole">The whole width.</param>
    /// <param name="part">The part, measured independently.</param>
    public static WidthEstimate Difference(WidthEstimate whole, WidthEstimate part)
    {
        double variance = (whole.Value * whole.Value) - (part.Value * part.Value);
        if (!(variance > 0))
        {
            return new(double.NaN, double.NaN);
        }

        double rest = Math.Sqrt(variance), first = whole.Value * whole.Error, second = part.Value * part.Error;
        return new(rest, Math.Sqrt((first * first) + (second * second)) / rest);
    }
}
