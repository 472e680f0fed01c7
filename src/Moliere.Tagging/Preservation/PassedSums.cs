namespace Moliere.Tagging.Preservation;

/// <summary>Sums over entries of which some passed.</summary>
/// <param name="Sum">Of the weights.</param>
/// <param name="Squares">Of their squares.</param>
/// <param name="Passed">Of the weights of those that passed.</param>
internal readonly record struct PassedSums(double Sum, double Squares, double Passed)
{
    /// <summary>Weighted share that passed, in [0, 1]; negative weights cannot lead out of it.</summary>
    public double Efficiency => Sum > 0 ? Math.Clamp(Passed / Sum, 0, 1) : 0;

    /// <summary>Number of entries of equal weight that tell as much; 0 where the sum is not positive.</summary>
    public double Effective => Sum > 0 && Squares > 0 ? Sum * Sum / Squares : 0;

    /// <summary>One entry.</summary>
    public static PassedSums Of(double weight, bool passed) => new(weight, weight * weight, passed ? weight : 0);

    public static PassedSums operator +(in PassedSums a, in PassedSums b) =>
        new(a.Sum + b.Sum, a.Squares + b.Squares, a.Passed + b.Passed);

    public static PassedSums operator -(in PassedSums a, in PassedSums b) =>
        new(a.Sum - b.Sum, a.Squares - b.Squares, a.Passed - b.Passed);

    /// <summary>Twice the logarithm of the likelihood of two efficiencies over that of one.</summary>
    public double GainOf(in PassedSums below, in PassedSums above)
    {
        double scale = Squares > 0 ? Sum / Squares : 0; // entries per weight
        return 2 * scale * (below.LogLikelihood + above.LogLikelihood - LogLikelihood);
    }

    private double LogLikelihood
    {
        get
        {
            double p = Efficiency;
            return p is 0 or 1 ? 0 : Sum * ((p * Math.Log(p)) + ((1 - p) * Math.Log(1 - p)));
        }
    }
}
