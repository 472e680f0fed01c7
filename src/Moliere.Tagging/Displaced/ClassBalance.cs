using Moliere.Data.Objects;
using Moliere.Learning.Sampling;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// Weights that give the three classes of jets equal sums and each of them a flat spectrum of the logarithm of the
/// transverse momentum, so that a tagger learns neither how frequent a class is nor how hard its jets are.
/// </summary>
/// <source>arXiv:2203.01009, section 5: classes weighted to one spectrum before training.</source>
public static class ClassBalance
{
    /// <summary>Least transverse momentum of a jet that is learnt from [GeV].</summary>
    public const double LowestPt = 40; // arXiv:2203.01009, section 5

    /// <summary>Largest transverse momentum of a jet that is learnt from [GeV].</summary>
    public const double HighestPt = 500; // arXiv:2203.01009, section 5

    /// <summary>Names of the classes in the order of <see cref="DisplacedClass"/>: qcd, signal, bib.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<DisplacedClass>().Select(NameOf)];

    /// <summary>Makes the weights.</summary>
    /// <param name="classes">Number of a <see cref="DisplacedClass"/> per jet [N]; others get no weight.</param>
    /// <param name="pt">Transverse momenta [GeV], [N]; jets outside 40 to 500 GeV get no weight.</param>
    /// <param name="weights">Weights of the events [N]; empty for all 1.</param>
    /// <returns>[N] with mean 1 over jets with weight.</returns>
    /// <exception cref="ArgumentException">A class has no jet in the range.</exception>
    public static float[] Weights(ReadOnlySpan<int> classes, ReadOnlySpan<float> pt, ReadOnlySpan<float> weights)
    {
        float[] balanced = new float[classes.Length];
        int weighted = 0;
        foreach (DisplacedClass wanted in Enum.GetValues<DisplacedClass>())
        {
            int[] rows = Rows(classes, pt, (int)wanted);
            float[] own = Flat(rows, pt, weights);
            double sum = own.Sum(weight => (double)weight);
            if (!(sum > 0))
            {
                throw new ArgumentException(
                    $"None of {classes.Length} jets with finite momentum and direction is of the class "
                    + $"{NameOf(wanted)} between {LowestPt} and {HighestPt} GeV, with positive weight; all three "
                    + "classes are needed to train a tagger of displaced jets.");
            }

            for (int i = 0; i < rows.Length; i++)
            {
                balanced[rows[i]] = (float)(own[i] / sum);
            }

            weighted += rows.Length;
        }

        return Array.ConvertAll(balanced, weight => weight * weighted / 3);
    }

    /// <summary>Short name of a class in messages, figures and outputs.</summary>
    /// <param name="displaced">A class.</param>
    public static string NameOf(DisplacedClass displaced) => displaced switch
    {
        DisplacedClass.Qcd => "qcd",
        DisplacedClass.Signal => "signal",
        _ => "bib",
    };

    /// <summary>Refuses events that are none of the three classes, such as data.</summary>
    /// <param name="classes">Number of a <see cref="DisplacedClass"/> per event.</param>
    internal static void RequireClasses(ReadOnlySpan<int> classes)
    {
        for (int i = 0; i < classes.Length; i++)
        {
            if (!Enum.IsDefined((DisplacedClass)classes[i]))
            {
                throw new ArgumentException(
                    $"Event {i} is of class {classes[i]}, expected 0 (qcd), 1 (signal) or 2 (bib); leave data and the "
                    + "control region out.");
            }
        }
    }

    private static int[] Rows(ReadOnlySpan<int> classes, ReadOnlySpan<float> pt, int wanted)
    {
        var rows = new List<int>();
        for (int row = 0; row < classes.Length; row++)
        {
            if (classes[row] == wanted && pt[row] >= LowestPt && pt[row] <= HighestPt)
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }

    private static float[] Flat(int[] rows, ReadOnlySpan<float> pt, ReadOnlySpan<float> weights)
    {
        double[] logarithms = new double[rows.Length];
        float[] own = new float[weights.IsEmpty ? 0 : rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            logarithms[i] = Math.Log(pt[rows[i]]);
            if (own.Length > 0)
            {
                own[i] = weights[rows[i]];
            }
        }

        return FlatWeights.Of(
            logarithms, own, new() { Low = Math.Log(LowestPt), High = Math.Log(HighestPt) }).Values;
    }
}
