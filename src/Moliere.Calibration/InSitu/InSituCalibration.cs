using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Calibration.InSitu;

/// <summary>
/// A calibration that was tuned on dijet events: R = R_start 10^d, where d is the bounded change of the mean output of
/// a network from before to after the tuning. Uncertainties and distributions of the starting calibration move along.
/// </summary>
/// <source>Physics notes section 2.4 and section 4, pitfall 1.</source>
public sealed class InSituCalibration : ICalibration
{
    private readonly ICalibration _start;
    private readonly IJetNetwork _before;
    private readonly Network _after;

    internal InSituCalibration(string name, ICalibration start, IJetNetwork before, Network after, int threads)
    {
        (Name, _start, _before, _after, Threads) = (name, start, before, after, threads);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Threads that predict; does not change the result.</summary>
    public int Threads { get; }

    /// <summary>
    /// The network as it was tuned: with this calibration as start, a second tuning goes on from here.
    /// </summary>
    public IJetNetwork Tuned => new TunedNetwork(_before, _after);

    private NetworkPlan Plan => _before.Plan;

    /// <summary>The tuned network itself.</summary>
    internal Network Network => _after;

    /// <inheritdoc/>
    public Predictions Apply(Table objects)
    {
        Predictions start = _start.Apply(objects);
        TrainingRows rows = _before.RowsOf(objects);
        float[] before = Means(_before.Network, Plan, rows, Threads), after = Means(_after, Plan, rows, Threads);
        var shifts = new float[before.Length];
        for (int row = 0; row < shifts.Length; row++)
        {
            bool isUsable = start.Status[row] == CalibrationStatus.Calibrated && float.IsFinite(after[row]);
            shifts[row] = isUsable ? (float)MomentumHead.Shift(after[row] - before[row]).Shift : 0;
        }

        return Shifted(start, shifts);
    }

    /// <summary>Mean output of a network for each row.</summary>
    internal static float[] Means(Network network, NetworkPlan plan, TrainingRows rows, int threads) =>
        network.Predict(rows, plan.Loss, threads).Mean;

    private sealed class TunedNetwork(IJetNetwork before, Network after) : IJetNetwork
    {
        public NetworkPlan Plan => before.Plan;

        public Network Network => after;

        public TrainingRows RowsOf(Table jets) => before.RowsOf(jets);
    }

    private static Predictions Shifted(Predictions start, float[] shifts)
    {
        float[] factors = [.. shifts.Select(shift => MathF.Pow(10, shift))];
        return start with
        {
            Response = Times(start.Response, factors)!,
            SigmaStat = Times(start.SigmaStat, factors),
            SigmaSyst = Times(start.SigmaSyst, factors),
            Distribution = start.Distribution is null ? null : Moved(start.Distribution, shifts, factors),
        };
    }

    private static float[]? Times(float[]? values, float[] factors) =>
        values is null ? null : [.. values.Select((value, row) => value * factors[row])];

    // Components of log10 R move by d; those of R are stretched.
    private static PredictedDistribution Moved(PredictedDistribution start, float[] shifts, float[] factors)
    {
        int k = start.Components;
        float[] parameters = [.. start.Parameters];
        for (int row = 0; row < shifts.Length; row++)
        {
            Span<float> means = parameters.AsSpan(((3 * row) + 1) * k, k);
            Span<float> sigmas = parameters.AsSpan(((3 * row) + 2) * k, k);
            for (int i = 0; i < k; i++)
            {
                means[i] = start.Scale == ResponseScale.Log10 ? means[i] + shifts[row] : means[i] * factors[row];
                sigmas[i] *= start.Scale == ResponseScale.Log10 ? 1 : factors[row];
            }
        }

        return start with { Parameters = parameters };
    }
}
