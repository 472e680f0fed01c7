namespace Moliere.Validation.Metrics.Taus;

/// <summary>What is judged of a sample of taus, on which axes.</summary>
/// <param name="sample">The taus.</param>
/// <param name="fewest">Taus of a class below which it has no value.</param>
internal sealed class TauBlocks(ValidationSample sample, int fewest)
{
    private readonly int[] _valid = BinnedRows.Valid(sample.Target);

    private readonly TauResponse[] _methods = [.. sample.Methods.Select(method => new TauResponse(sample, method))];

    /// <summary>Scale and widths of the whole sample and on every axis that the sample has a column of.</summary>
    public IEnumerable<FigureBlock> Response() =>
        [.. Judged(Whole), .. Known(TauAxes.Standard.Append(TauAxes.LiteralCut)).SelectMany(Judged)];

    /// <summary>Later methods over earlier ones, on all axes in true pT and of the whole sample.</summary>
    /// <param name="references">Methods that later ones are divided by.</param>
    public IEnumerable<FigureBlock> Pairs(IReadOnlyCollection<string> references)
    {
        WidthPair[] pairs =
        [
            .. _methods.SelectMany((below, place) => references.Contains(below.Name)
                ? _methods[(place + 1)..].Select(above => new WidthPair(above, below)) : []),
        ];
        return [.. InMomentum().SelectMany(bins => pairs.Select(pair => new FigureBlock(bins, pair)))];
    }

    /// <summary>Taus by what each method says about its own precision; none without such methods.</summary>
    public IEnumerable<FigureBlock> Classes() =>
        [.. sample.Methods.Where(method => method.Predictions.HasUncertainty).SelectMany(Classes)];

    /// <summary>Efficiency and purity of the decay modes; none without both columns.</summary>
    public IEnumerable<FigureBlock> Modes()
    {
        if (!sample.Variables.TryGetValue(TauAxes.TrueMode, out float[]? truth)
            || !sample.Variables.TryGetValue(TauAxes.FoundMode, out float[]? found))
        {
            return [];
        }

        var efficiency = new ModeSubject(TauMetric.ModeEfficiency, truth, found);
        return
        [
            new(Whole, efficiency), new(BinsOf(TauAxes.Modes), efficiency),
            new(BinsOf(TauAxes.FoundModes), new ModeSubject(TauMetric.ModePurity, truth, found)),
        ];
    }

    private IEnumerable<FigureBlock> Classes(MethodSample method)
    {
        TauResponse response = _methods.First(known => known.Name == method.Name);
        float[] rank = SigmaRanks.Of(sample, method);
        ValueBin[] bins = [.. TauAxes.Efficiency.Bins.Union(TauAxes.Classes.Bins)];
        yield return new(
            BinnedRows.Of(TauAxes.Classes with { Bins = bins }, rank, _valid), new TauSubject(response));
        if (!sample.Variables.ContainsKey(TauAxes.TruePt))
        {
            yield break;
        }

        float[] local = SigmaRanks.Within(sample, method, TauAxes.Momentum);
        yield return new(
            BinnedRows.Of(TauAxes.Classes with { Variable = TauAxes.FixedPtRank }, local, _valid),
            new TauSubject(response));
        var halves = new HalvesSubject(response, rank, local, fewest);
        foreach (BinnedRows binned in InMomentum())
        {
            yield return new(binned, halves);
        }
    }

    private BinnedRows Whole => new(null, [_valid], [double.NaN]);

    private IEnumerable<BinnedRows> InMomentum() =>
        [Whole, .. Known([TauAxes.Momentum, TauAxes.Ranges])];

    private IEnumerable<BinnedRows> Known(IEnumerable<BinAxis> axes) =>
        axes.Where(axis => sample.Variables.ContainsKey(axis.Variable)).Select(BinsOf);

    private BinnedRows BinsOf(BinAxis axis) => BinnedRows.Of(axis, sample.Variable(axis.Variable), _valid);

    private IEnumerable<FigureBlock> Judged(BinnedRows bins) =>
        _methods.Select(method => new FigureBlock(bins, new TauSubject(method)));
}
