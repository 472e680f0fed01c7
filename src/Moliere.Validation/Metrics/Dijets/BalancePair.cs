namespace Moliere.Validation.Metrics.Dijets;

/// <summary>Transverse momenta of the two jets of every dijet, drawn at random to be reference and probe.</summary>
/// <param name="Reference">Of the reference jets [GeV], <c>[B]</c>.</param>
/// <param name="Probe">Of the probe jets [GeV], <c>[B]</c>.</param>
public sealed record BalancePair(float[] Reference, float[] Probe)
{
    /// <summary>A = (pT_ref - pT_probe) / pT_avg of a dijet; NaN where that is no number.</summary>
    /// <param name="row">Dijet.</param>
    public float Asymmetry(int row) => Between(Reference[row], Probe[row]);

    /// <summary>A of any two momenta; NaN where their sum is 0 or no number.</summary>
    /// <param name="reference">First [GeV].</param>
    /// <param name="probe">Second [GeV].</param>
    public static float Between(float reference, float probe)
    {
        double average = 0.5 * ((double)reference + probe);
        return average == 0 || !double.IsFinite(average) ? float.NaN : (float)((reference - (double)probe) / average);
    }

    /// <summary>Momenta of both jets over true ones in the dijets of a bin, sorted; jets without truth are left
    /// out.</summary>
    /// <param name="truth">True momenta [GeV].</param>
    /// <param name="bin">Dijets.</param>
    internal SortedSample Over(BalancePair truth, BinFigures bin) => bin.SortAll(
        2, (place, side) => bin.Rows[place] is var row && truth.At(row, side) > 0
            ? At(row, side) / truth.At(row, side) : float.NaN);

    /// <summary>The momentum of one of the two.</summary>
    /// <param name="row">Dijet.</param>
    /// <param name="side">0 for the reference, otherwise the probe.</param>
    internal float At(int row, int side) => side == 0 ? Reference[row] : Probe[row];
}
