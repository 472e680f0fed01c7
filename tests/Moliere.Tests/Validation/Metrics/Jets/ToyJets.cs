using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Jets;

namespace Moliere.Tests.Validation.Metrics.Jets;

/// <summary>Jets whose figures are known in closed form.</summary>
internal static class ToyJets
{
    /// <summary>Shift of pT per reconstructed vertex and per collision of mu [GeV].</summary>
    public const double PerVertex = 0.3, PerMu = -0.1;

    /// <summary>
    /// r = 0.7 (1 + flavour + width z) + pile-up / pT with flavour ±0.02 for quarks and gluons, width 0.1; the method
    /// "raw" says 1, "scaled" says 0.7, "sharp" takes half of the fluctuation away.
    /// </summary>
    public static ValidationSample Of(int rows)
    {
        float[] truth = new float[rows], eta = new float[rows], mu = new float[rows], vertices = new float[rows];
        float[] flavour = new float[rows], target = new float[rows], sharp = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            var rng = new Rng(5, "toy jets", (ulong)row);
            truth[row] = (float)(15 * Math.Pow(100, rng.NextDouble()));
            eta[row] = (float)((9 * rng.NextDouble()) - 4.5);
            mu[row] = (float)(20 + (40 * rng.NextDouble()));
            vertices[row] = (float)Math.Round((0.6 * mu[row]) + (4 * rng.NextGaussian()));
            flavour[row] = row % 2 == 0 ? 1 + (row % 5) : 21;
            double z = rng.NextGaussian(), shift = row % 2 == 0 ? 0.02 : -0.02;
            double pileup = ((PerVertex * (vertices[row] - 24)) + (PerMu * (mu[row] - 40))) / truth[row];
            target[row] = (float)((0.7 * (1 + shift + (0.1 * z))) + pileup);
            sharp[row] = (float)(target[row] / (1 + (0.05 * z)));
        }

        return new()
        {
            Target = target,
            Variables = new Dictionary<string, float[]>(JetAxes.Columns(truth, eta))
            {
                [JetAxes.Mu] = mu,
                [JetAxes.Vertices] = vertices,
                [JetAxes.Flavour] = flavour,
            },
            Methods =
            [
                new("raw", SyntheticSample.Constant(rows, 1, null)),
                new("scaled", SyntheticSample.Constant(rows, 0.7f, null)),
                new("sharp", new Predictions { Response = sharp, Status = new CalibrationStatus[rows] }),
            ],
        };
    }
}
