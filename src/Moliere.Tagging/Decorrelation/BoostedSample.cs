using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Sampling;

namespace Moliere.Tagging.Decorrelation;

/// <summary>
/// Large-radius jets of two classes with weights that give both the same flat spectrum of ln pT and the same sum: a
/// tagger must not learn the momentum that the classes were generated with.
/// </summary>
/// <source>Physics notes, section 0: classes are given one spectrum before training; ATL-PHYS-PUB-2018-014, section
/// 3.</source>
public sealed class BoostedSample
{
    private BoostedSample(Table jets, bool[] isSignal, float[] weights)
    {
        (Jets, IsSignal, Weights) = (jets, isSignal, weights);
        (Mass, Pt) = (jets.Floats(BoostedJetColumns.Mass), jets.Floats(BoostedJetColumns.Pt));
        Background = [.. Enumerable.Range(0, jets.RowCount).Where(row => !isSignal[row])];
    }

    /// <summary>The jets, N rows.</summary>
    public Table Jets { get; }

    /// <summary>Whether a jet is that of a boson [N].</summary>
    public bool[] IsSignal { get; }

    /// <summary>Weights of mean 1 [N]; each class has half of their sum.</summary>
    public float[] Weights { get; }

    /// <summary>Masses [GeV] [N].</summary>
    public float[] Mass { get; }

    /// <summary>Transverse momenta [GeV] [N].</summary>
    public float[] Pt { get; }

    /// <summary>Rows of quark and gluon jets, ascending.</summary>
    public int[] Background { get; }

    /// <summary>Number of jets N.</summary>
    public int Count => IsSignal.Length;

    /// <summary>Weighs the jets of a table.</summary>
    /// <param name="jets">Selected jets; event weights are used where there are some.</param>
    /// <param name="what">What they are called in a message, such as "training".</param>
    /// <param name="ptMin">Lower end of the momenta of the selection [GeV].</param>
    /// <param name="ptMax">Upper end [GeV].</param>
    /// <exception cref="ArgumentException">
    /// A class is missing, the mass is constant, or a weight is negative.
    /// </exception>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    public static BoostedSample Of(Table jets, string what, double ptMin, double ptMax)
    {
        bool[] isSignal = Array.ConvertAll(jets.Floats(BoostedJetColumns.IsSignal), value => value > 0.5f);
        float[] own = jets.Has(BoostedJetColumns.Weight) ? jets.Floats(BoostedJetColumns.Weight) : [];
        Check(jets, isSignal, own, what);
        double[] spectrum = Array.ConvertAll(jets.Floats(BoostedJetColumns.Pt), pt => Math.Log(pt));
        var options = new FlatWeightsOptions { Low = Math.Log(ptMin), High = Math.Log(ptMax) };
        var weights = new float[isSignal.Length];
        foreach (bool signal in (bool[])[false, true])
        {
            int[] rows = [.. Enumerable.Range(0, weights.Length).Where(row => isSignal[row] == signal)];
            float[] flat = FlatWeights.Of(
                Array.ConvertAll(rows, row => spectrum[row]),
                own.Length == 0 ? [] : Array.ConvertAll(rows, row => own[row]),
                options).Values;
            double scale = 0.5 * weights.Length / flat.Sum(weight => (double)weight);
            for (int i = 0; i < rows.Length; i++)
            {
                weights[rows[i]] = (float)(scale * flat[i]);
            }
        }

        return new(jets, isSignal, weights);
    }

    private static void Check(Table jets, bool[] isSignal, float[] weights, string what)
    {
        int signal = isSignal.Count(one => one);
        if (signal == 0 || signal == isSignal.Length)
        {
            string missing = signal == 0 ? "boson jets (is_signal = 1)" : "quark and gluon jets (is_signal = 0)";
            throw new ArgumentException(
                $"The {what} sample of {isSignal.Length} jets has no {missing}; taggers need both classes.");
        }

        float[] mass = jets.Floats(BoostedJetColumns.Mass);
        if (mass.Min() == mass.Max())
        {
            throw new ArgumentException(
                $"All {mass.Length} jets of the {what} sample have the mass {mass[0]} GeV; nothing can follow it.");
        }

        int negative = Array.FindIndex(weights, weight => !(weight >= 0));
        if (negative >= 0)
        {
            throw new ArgumentException(
                $"Jet {negative} of the {what} sample has the weight {weights[negative]}; weights are 0 or more.");
        }
    }
}
