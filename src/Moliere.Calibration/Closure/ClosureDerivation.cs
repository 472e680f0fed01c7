using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Closure;

/// <summary>
/// Derives the closure of a calibration by numerical inversion: in bins of the true momentum the centre of
/// r = pT / pT_true gives the mean response, which is then a function of the momentum r pT_true that is measured. Bins
/// in truth do not depend on the spectrum.
/// </summary>
/// <source>Physics notes sections 2.6 and 2.7; arXiv:1609.05195, section 2.</source>
public static class ClosureDerivation
{
    /// <summary>Derives all passes.</summary>
    /// <param name="pt">Calibrated transverse momenta [GeV], positive.</param>
    /// <param name="truthPt">True ones [GeV], positive.</param>
    /// <param name="eta">Pseudorapidities seen from the centre of the detector.</param>
    /// <param name="options">Bins and smoothing.</param>
    /// <exception cref="ArgumentException">
    /// Edges that do not ascend, too few objects for a single knot, or no knot with a positive response.
    /// </exception>
    public static ClosureSpline Derive(
        ReadOnlySpan<float> pt, ReadOnlySpan<float> truthPt, ReadOnlySpan<float> eta, ClosureOptions options)
    {
        var objects = new List<(double LogPt, double LogTruth, int Bin)>(pt.Length);
        for (int row = 0; row < pt.Length; row++)
        {
            if (truthPt[row] >= options.TruthPtMin && pt[row] > 0 && float.IsFinite(pt[row]))
            {
                int bin = ClosureSpline.BinOf(options.EtaEdges, eta[row]);
                objects.Add((Math.Log(pt[row]), Math.Log(truthPt[row]), bin));
            }
        }

        Require(objects.Count, options);
        objects.Sort((a, b) => a.LogTruth.CompareTo(b.LogTruth));
        List<IReadOnlyList<ClosureCurve>> passes = [];
        for (int pass = 0; pass < options.Passes; pass++)
        {
            ClosureCurve[] curves = Curves(objects, options);
            passes.Add(curves);
            for (int i = 0; i < objects.Count; i++)
            {
                objects[i] = objects[i] with { LogPt = curves[objects[i].Bin].At(objects[i].LogPt).Value };
            }
        }

        return new(options.EtaEdges, passes);
    }

    /// <summary>Refuses edges that make no bins, and fewer objects than a single knot needs.</summary>
    /// <param name="truthPt">True transverse momenta [GeV].</param>
    /// <param name="options">Bins and smoothing.</param>
    internal static void Require(IEnumerable<float> truthPt, ClosureOptions options) =>
        Require(truthPt.Count(truth => truth >= options.TruthPtMin), options);

    private static void Require(int objects, ClosureOptions options)
    {
        ClosureSpline.RequireAscending(options.EtaEdges);
        if (objects < options.ObjectsPerKnot)
        {
            throw new ArgumentException(
                $"{objects} objects with a true pT above {options.TruthPtMin} GeV are fewer than the "
                + $"{options.ObjectsPerKnot} that one knot of the closure needs.");
        }
    }

    private static ClosureCurve[] Curves(
        List<(double LogPt, double LogTruth, int Bin)> objects, ClosureOptions options)
    {
        ClosureCurve all = Curve([.. objects.Select(one => (one.LogPt, one.LogTruth))], options);
        return [.. Enumerable.Range(0, options.EtaEdges.Count - 1).Select(bin =>
        {
            (double, double)[] own = [.. objects.Where(one => one.Bin == bin).Select(one => (one.LogPt, one.LogTruth))];
            return own.Length < options.ObjectsPerKnot ? all : Curve(own, options);
        })];
    }

    private static ClosureCurve Curve((double LogPt, double LogTruth)[] objects, ClosureOptions options)
    {
        int count = Math.Max(1, objects.Length / options.ObjectsPerKnot);
        var knots = new (double Truth, double LogResponse)[count];
        for (int k = 0; k < count; k++)
        {
            int first = (int)((long)objects.Length * k / count), last = (int)((long)objects.Length * (k + 1) / count);
            ReadOnlySpan<(double LogPt, double LogTruth)> own = objects.AsSpan(first..last);
            knots[k] = (MeanTruth(own), Math.Log(CentreOf(own, options.Centre)));
        }

        // A group whose core cannot be fitted, or has no positive mean, says nothing.
        (double Truth, double LogResponse)[] fitted = [.. knots.Where(knot => double.IsFinite(knot.LogResponse))];
        return fitted.Length > 0
            ? Rising(Smooth(fitted, options.Smoothing))
            : throw new ArgumentException(
                $"None of the {count} groups of objects has a response that a closure could be fitted to.");
    }

    private static double MeanTruth(ReadOnlySpan<(double LogPt, double LogTruth)> objects)
    {
        double sum = 0;
        foreach ((_, double truth) in objects)
        {
            sum += truth;
        }

        return sum / objects.Length;
    }

    private static double CentreOf(ReadOnlySpan<(double LogPt, double LogTruth)> objects, ClosureCentre centre)
    {
        var response = new float[objects.Length];
        for (int i = 0; i < response.Length; i++)
        {
            response[i] = (float)Math.Exp(objects[i].LogPt - objects[i].LogTruth);
        }

        return centre == ClosureCentre.NormalFit ? CentralFit.Of(response, []).Mean : MedianOf(response);
    }

    private static double MedianOf(float[] values)
    {
        Array.Sort(values);
        return 0.5 * ((double)values[values.Length / 2] + values[(values.Length - 1) / 2]);
    }

    // Local straight lines through the knots, weighted with a normal law of the given width in ln pT.
    private static (double Truth, double LogResponse)[] Smooth(
        (double Truth, double LogResponse)[] knots, double width)
    {
        return [.. knots.Select(centre =>
        {
            double s = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
            foreach ((double truth, double response) in knots)
            {
                double x = truth - centre.Truth, w = Math.Exp(-0.5 * x * x / (width * width));
                (s, sx, sy) = (s + w, sx + (w * x), sy + (w * response));
                (sxx, sxy) = (sxx + (w * x * x), sxy + (w * x * response));
            }

            // The lines need two knots within reach; a lonely one keeps its value.
            double determinant = (s * sxx) - (sx * sx);
            bool isLine = determinant > 1e-6 * s * s * width * width;
            return (centre.Truth, isLine ? ((sxx * sy) - (sx * sxy)) / determinant : sy / s);
        })];
    }

    // Knots that would not rise are left out: their neighbours then decide.
    private static ClosureCurve Rising((double Truth, double LogResponse)[] knots)
    {
        List<double> x = [], y = [];
        foreach ((double truth, double response) in knots)
        {
            if (x.Count == 0 || (truth > y[^1] && truth + response > x[^1]))
            {
                x.Add(truth + response);
                y.Add(truth);
            }
        }

        // One factor for all momenta where a single knot is left.
        return x.Count == 1 ? new([x[0], x[0] + 1], [y[0], y[0] + 1]) : new([.. x], [.. y]);
    }
}
