namespace Moliere.Validation.Metrics.Jets;

/// <summary>What is judged of a sample of jets, on which axes.</summary>
/// <param name="sample">The jets.</param>
/// <param name="fewest">Jets of a flavour below which a bin has no value.</param>
internal sealed class JetBlocks(ValidationSample sample, int fewest)
{
    private readonly int[] _valid = BinnedRows.Valid(sample.Target);

    /// <summary>The core of the response on every axis that the sample has a column of.</summary>
    public IEnumerable<FigureBlock> Core()
    {
        PeakSubject[] subjects = [.. sample.Methods.Select(method => new PeakSubject(method.Name, Ratio(method)))];
        foreach (BinAxis axis in JetAxes.Standard.Where(axis => sample.Variables.ContainsKey(axis.Variable)))
        {
            BinnedRows bins = BinsOf(axis);
            foreach (PeakSubject subject in subjects)
            {
                yield return new(bins, subject);
            }
        }
    }

    /// <summary>Quarks minus gluons in bins of true pT; none without flavours.</summary>
    public IEnumerable<FigureBlock> Flavour() =>
        sample.Variables.TryGetValue(JetAxes.Flavour, out float[]? flavour)
            ? sample.Methods.Select(method => new FigureBlock(
                BinsOf(JetAxes.Coarse), new FlavourSubject(method.Name, Ratio(method), flavour, fewest)))
            : [];

    /// <summary>Pile-up slopes in bins of true pT; none without mu or the number of vertices.</summary>
    public IEnumerable<FigureBlock> Pileup() =>
        sample.Variables.TryGetValue(JetAxes.Vertices, out float[]? vertices)
        && sample.Variables.TryGetValue(JetAxes.Mu, out float[]? mu)
            ? sample.Methods.Select(method => new FigureBlock(
                BinsOf(JetAxes.Coarse), new PileupSubject(method.Name, Shift(method), vertices, mu)))
            : [];

    /// <summary>The core in bins of what each method itself calls the transverse momentum.</summary>
    public IEnumerable<FigureBlock> Calibrated() => sample.Methods.Select(method => new FigureBlock(
        BinnedRows.Of(JetAxes.Calibrated, Momenta(method), _valid), new PeakSubject(method.Name, Ratio(method))));

    /// <summary>Every method over the reference, in the bins of true pT.</summary>
    /// <param name="reference">Name of a method; none if the sample has no such.</param>
    public IEnumerable<FigureBlock> Pairs(string? reference)
    {
        MethodSample? below = sample.Methods.FirstOrDefault(method => method.Name == reference);
        return below is null ? [] : JetAxes.Standard.Where(axis => axis.Variable == JetAxes.TruePt)
            .SelectMany(axis => sample.Methods.Where(method => method != below).Select(method => new FigureBlock(
                BinsOf(axis),
                new ResolutionPair(
                    MethodComparison.NameOf(method.Name, below.Name), Ratio(method), Ratio(below)))));
    }

    private BinnedRows BinsOf(BinAxis axis) => BinnedRows.Of(axis, sample.Variable(axis.Variable), _valid);

    private Func<int, float> Ratio(MethodSample method) =>
        row => sample.Target[row] / method.Predictions.Response[row];

    private Func<int, float> Shift(MethodSample method)
    {
        float[] truth = sample.Variable(JetAxes.TruePt);
        Func<int, float> ratio = Ratio(method);
        return row => (ratio(row) - 1) * truth[row];
    }

    private float[] Momenta(MethodSample method)
    {
        Func<int, float> ratio = Ratio(method);
        return [.. sample.Variable(JetAxes.TruePt).Select((truth, row) => truth * ratio(row))];
    }
}
