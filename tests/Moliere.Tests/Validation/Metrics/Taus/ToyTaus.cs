using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;
using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Metrics.Taus;

/// <summary>Taus whose figures are known in closed form.</summary>
internal static class ToyTaus
{
    /// <summary>Scale of the raw response and its relative spread in two kinds of taus, whatever their pT.</summary>
    public const float Scale = 0.8f, Narrow = 0.05f, Wide = 0.15f;

    /// <summary>Its methods, for figures.</summary>
    public static FigureChoices Choices { get; } = new()
    {
        Methods = ["lc", "combined", "mdn"],
        Reference = "combined",
        Quantity = "transverse momentum",
        Symbol = "p_{T}",
    };

    /// <summary>
    /// R = 0.8 + sigma z with sigma 0.05 or 0.15 of it, two taus per event. "lc" says 1, "combined" 0.8; "mdn" knows
    /// so much that a spread of half of sigma is left, and says so.
    /// </summary>
    public static ValidationSample Of(int rows)
    {
        float[] truth = new float[rows], eta = new float[rows], mu = new float[rows], mode = new float[rows];
        float[] found = new float[rows], target = new float[rows], sharp = new float[rows], sigma = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            var rng = new Rng(11, "toy taus", (ulong)row);
            truth[row] = (float)(10 * Math.Pow(20, rng.NextDouble()));
            eta[row] = (float)((5 * rng.NextDouble()) - 2.5);
            mu[row] = (float)(80 * rng.NextDouble());
            mode[row] = row % 6 == 5 ? -1 : row % 6;
            found[row] = rng.NextDouble() < 0.7 ? mode[row] : (mode[row] + 1) % 5;
            double z = rng.NextGaussian(), width = row % 4 < 2 ? Narrow : Wide;
            target[row] = (float)(Scale * (1 + (width * z)));
            double left = (0.45 * z) + (0.218 * rng.NextGaussian()); // 0.5 in quadrature
            sharp[row] = (float)(target[row] / (1 + (width * left)));
            sigma[row] = (float)(0.5 * width * Scale);
        }

        return new()
        {
            Target = target,
            Events = [.. Enumerable.Range(0, rows).Select(row => (ulong)(row / 2))],
            Variables = new Dictionary<string, float[]>
            {
                [TauAxes.TruePt] = truth,
                [TauAxes.Eta] = eta,
                [TauAxes.Mu] = mu,
                [TauAxes.TrueMode] = mode,
                [TauAxes.FoundMode] = found,
                [TauAxes.StandardisedRatio] = [.. sigma.Select(value => value > 0.03f ? -2f : 0.5f)],
            },
            Methods =
            [
                new("lc", SyntheticSample.Constant(rows, 1, null)),
                new("combined", SyntheticSample.Constant(rows, Scale, null)),
                new("mdn", new Predictions
                {
                    Response = sharp,
                    SigmaSyst = sigma,
                    Status = new CalibrationStatus[rows],
                }),
            ],
        };
    }
}
