using Moliere.Numerics.Fits;

namespace Moliere.Validation.Metrics.Dijets;

/// <summary>
/// Relative resolution of jets as three terms in quadrature: sigma / pT = N / pT (+) S / sqrt(pT) (+) C. The fit is
/// linear in the squares, with errors taken at the fitted curve, and keeps the best combination of terms whose squares
/// are positive.
/// </summary>
/// <source>ATLAS, arXiv:1910.04482, equation 18; physics notes section 2.7.</source>
public sealed record ResolutionTerms
{
    private static readonly double[] Start = [1, 1, 1e-3]; // squares of the right size; the fit is linear in them
    private const int Rounds = 6; // errors at the curve: a round moves the terms by a tenth of the round before

    /// <summary>Noise term N [GeV]; 0 where the points ask for less than none.</summary>
    public required double Noise { get; init; }

    /// <summary>Stochastic term S [sqrt GeV]; 0 where the points ask for less than none.</summary>
    public required double Stochastic { get; init; }

    /// <summary>Constant term C; 0 where the points ask for less than none.</summary>
    public required double Constant { get; init; }

    /// <summary>
    /// Covariance of N², S² and C², <c>[3, 3]</c>; rows of terms that are 0 hold 0.
    /// </summary>
    public required double[,] SquaredCovariance { get; init; }

    /// <summary>Chi squared of the points (and of the noise, if it was given).</summary>
    public required double ChiSquared { get; init; }

    /// <summary>Points (and noise) minus terms that are not 0.</summary>
    public required int Freedom { get; init; }

    /// <summary>Resolution of the three terms.</summary>
    /// <param name="pt">Transverse momentum [GeV], positive.</param>
    public double At(double pt) =>
        Math.Sqrt((Noise * Noise / (pt * pt)) + (Stochastic * Stochastic / pt) + (Constant * Constant));

    /// <summary>Standard error of <see cref="At"/>.</summary>
    /// <param name="pt">Transverse momentum [GeV], positive.</param>
    public double ErrorAt(double pt)
    {
        double[] slopes = [1 / (pt * pt), 1 / pt, 1];
        double variance = 0;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                variance += slopes[i] * slopes[j] * SquaredCovariance[i, j];
            }
        }

        return 0.5 * Math.Sqrt(variance) / At(pt);
    }

    /// <summary>Standard error of the noise term [GeV]; NaN where it is 0.</summary>
    public double NoiseError => RootError(0, Noise);

    /// <summary>Standard error of the stochastic term [sqrt GeV]; NaN where it is 0.</summary>
    public double StochasticError => RootError(1, Stochastic);

    /// <summary>Standard error of the constant term; NaN where it is 0.</summary>
    public double ConstantError => RootError(2, Constant);

    /// <summary>Fits the terms.</summary>
    /// <param name="points">At least one per term.</param>
    /// <param name="noise">Noise term of random cones [GeV] as one more measurement; null leaves it to the
    /// points.</param>
    /// <exception cref="ArgumentException">Fewer than three measurements.</exception>
    public static ResolutionTerms Fit(IReadOnlyList<ResolutionPoint> points, WidthEstimate? noise = null)
    {
        if (points.Count + (noise is null ? 0 : 1) < 3)
        {
            throw new ArgumentException(
                $"resolution terms: found {points.Count} points, expected at least three for the three terms",
                nameof(points));
        }

        ResolutionTerms? best = null;
        for (int kept = 7; kept > 0; kept--)
        {
            ResolutionTerms? terms = Fit(points, noise, kept);
            best = terms is not null && !(terms.ChiSquared >= best?.ChiSquared) ? terms : best;
        }

        return best!;
    }

    // One combination of terms (bits of kept: N, S, C); null where a square is not positive.
    private static ResolutionTerms? Fit(IReadOnlyList<ResolutionPoint> points, WidthEstimate? noise, int kept)
    {
        int[] used = [.. Enumerable.Range(0, 3).Where(term => (kept & (1 << term)) != 0)];
        double[] curve = [.. points.Select(point => point.Resolution)];
        ResolutionTerms terms = Of([], new double[0, 0], []);
        for (int round = 0; round < Rounds; round++)
        {
            Square[] squares = SquaresOf(points, noise, curve);
            FitResult fit = ScoringFit.Values(
                (p, predictions) => Fill(squares, used, p, predictions),
                [.. squares.Select(square => square.Value)], [.. squares.Select(square => square.Error)],
                [.. used.Select(term => Start[term])]);
            if (fit.Parameters.Any(square => !(square > 0)))
            {
                return null;
            }

            terms = Of(fit.Parameters, fit.Covariance, used) with { Freedom = fit.Freedom };
            curve = [.. points.Select(point => terms.At(point.Pt))];
        }

        return terms with { ChiSquared = terms.ChiSquaredOf(points, noise) };
    }

    private static Square[] SquaresOf(
        IReadOnlyList<ResolutionPoint> points, WidthEstimate? noise, double[] curve) =>
    [
        .. points.Select((point, i) => new Square(
            [1 / (point.Pt * point.Pt), 1 / point.Pt, 1], point.Resolution * point.Resolution,
            2 * curve[i] * point.Error)),
        .. noise is { } cones
            ? new[] { new Square([1, 0, 0], cones.Value * cones.Value, 2 * cones.Value * cones.Error) } : [],
    ];

    private static void Fill(
        Square[] squares, int[] used, ReadOnlySpan<double> parameters, Span<double> predictions)
    {
        predictions.Clear();
        for (int i = 0; i < squares.Length; i++)
        {
            for (int a = 0; a < used.Length; a++)
            {
                predictions[i] += parameters[a] * squares[i].Slopes[used[a]];
            }
        }
    }

    private static ResolutionTerms Of(double[] squares, double[,] covariance, int[] used)
    {
        double[] terms = new double[3];
        double[,] whole = new double[3, 3];
        for (int a = 0; a < used.Length; a++)
        {
            terms[used[a]] = Math.Sqrt(squares[a]);
            for (int b = 0; b < used.Length; b++)
            {
                whole[used[a], used[b]] = covariance[a, b];
            }
        }

        return new()
        {
            Noise = terms[0],
            Stochastic = terms[1],
            Constant = terms[2],
            SquaredCovariance = whole,
            ChiSquared = double.NaN,
            Freedom = 0,
        };
    }

    private double ChiSquaredOf(IReadOnlyList<ResolutionPoint> points, WidthEstimate? noise)
    {
        double pull = noise is { } cones ? (Noise - cones.Value) / cones.Error : 0;
        return (pull * pull) + points.Sum(point =>
            Math.Pow((At(point.Pt) - point.Resolution) / point.Error, 2));
    }

    private double RootError(int term, double value) =>
        value > 0 ? 0.5 * Math.Sqrt(SquaredCovariance[term, term]) / value : double.NaN;

    private sealed record Square(double[] Slopes, double Value, double Error);
}
