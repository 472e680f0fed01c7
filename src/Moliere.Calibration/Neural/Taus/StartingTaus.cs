using Moliere.Calibration.Closure;
using Moliere.Calibration.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Neural.Taus;

/// <summary>Taus at the combined scale, from which networks start.</summary>
internal sealed class StartingTaus
{
    private readonly float[] _pt;
    private readonly float[] _eta;

    /// <summary>Reads momenta and directions.</summary>
    /// <param name="taus">A tau table completed by its classical scales: NaN for all that is missing.</param>
    /// <param name="selection">Which of them can be calibrated.</param>
    public StartingTaus(Table taus, TauSelection selection)
    {
        Taus = taus;
        IsUsable = selection.IsUsable(Taus);
        Combined = Taus.Floats(TauColumns.PtCombined);
        (_pt, _eta) = (Taus.Floats(TauColumns.Pt), Taus.Floats(TauColumns.Eta));
    }

    /// <summary>The taus.</summary>
    public Table Taus { get; }

    /// <summary>Transverse momentum of the combined scale [GeV].</summary>
    public float[] Combined { get; }

    /// <summary>Whether a tau can be learnt from or calibrated.</summary>
    public bool[] IsUsable { get; }

    /// <summary>True over combined transverse momentum of a tau.</summary>
    public double Ratio(int row) => (double)Taus.Floats(TauColumns.TruthPt)[row] / Combined[row];

    /// <summary>The taus with their true momenta.</summary>
    public ClosureSample Sample => new(_pt, Taus.Floats(TauColumns.TruthPt), _eta);

    /// <summary>The steps from what a network says at combined scale to the response of the table's momenta.</summary>
    public LaterSteps Steps(ClosureSpline? closure, SpreadScale? spread) =>
        new(_eta, Combined, [.. _pt.Select((pt, row) => pt / Combined[row])], closure, spread);

    /// <summary>
    /// The target of networks for some taus: log10 of the combined over the true momentum, or the inverse ratio.
    /// </summary>
    public float[] Targets(int[] rows, TauTarget target)
    {
        float[] truth = Taus.Floats(TauColumns.TruthPt);
        return target == TauTarget.Logarithm
            ? [.. rows.Select(row => (float)Math.Log10((double)Combined[row] / truth[row]))]
            : [.. rows.Select(row => (float)Ratio(row))];
    }
}
