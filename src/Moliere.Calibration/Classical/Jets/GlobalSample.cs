using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>One measurement for a map of the global sequential correction.</summary>
/// <param name="LogMomentum">Logarithm of the measured momentum [GeV].</param>
/// <param name="Value">Mean of the variable as the map sees it.</param>
/// <param name="Ratio">Core response of the group over that of the reference.</param>
/// <param name="Error">Statistical error of the ratio.</param>
internal readonly record struct RelativeResponse(double LogMomentum, double Value, double Ratio, double Error);

/// <summary>Jets seen through one variable of the global sequential correction.</summary>
internal sealed class GlobalSample
{
    private const int FewestGroups = 3; // one group alone says nothing about a dependence

    private readonly MatchedJets _jets;
    private readonly GlobalCorrection _step;
    private readonly EtaCells _cells;
    private readonly float[] _values;

    /// <summary>Sorts the jets into cells.</summary>
    /// <param name="jets">Jets after the earlier steps.</param>
    /// <param name="step">The step without its maps.</param>
    /// <param name="options">How finely.</param>
    /// <param name="lowest">Lowest true momentum [GeV].</param>
    public GlobalSample(MatchedJets jets, GlobalCorrection step, GlobalOptions options, double lowest)
    {
        (_jets, _step, Options) = (jets, step, options);
        _values = jets.Momenta.Table.Floats(step.Variable.Column);
        float[] truth = step.Variable.IsPunchThrough ? jets.TrueEnergy : jets.TruePt;
        _cells = new EtaCells(jets, step.Bins, options.LogStep, lowest, row => truth[row]);
    }

    /// <summary>How finely.</summary>
    public GlobalOptions Options { get; }

    /// <summary>
    /// Nodes of the variable in a bin of |eta_det|: quantiles of its jets, without repetition; empty without jets.
    /// </summary>
    public double[] Nodes(int bin)
    {
        double[] sorted = [.. Enumerable.Range(0, _cells.Steps).SelectMany(step => Selected(bin, step))
            .Select(Coordinate).Order()];
        return sorted.Length == 0
            ? []
            : [.. Enumerable.Range(0, Options.Nodes)
                .Select(i => sorted[(int)((sorted.Length - 1) * (i + 0.5) / Options.Nodes)]).Distinct()];
    }

    /// <summary>Relative responses of groups of jets in a bin of |eta_det|, by ascending true momentum.</summary>
    public IEnumerable<RelativeResponse> Measure(int bin)
    {
        foreach ((int[] selected, int[] all) in Slices(bin))
        {
            double mean = _jets.CoreOf(_step.Variable.IsPunchThrough ? all : selected, _jets.PtResponse).Mean;
            foreach (int[] group in Groups(selected))
            {
                yield return Measure(group, mean);
            }
        }
    }

    /// <summary>Core response after a step over that before it, in slices of true momentum.</summary>
    public IEnumerable<(double LogMomentum, double Ratio, int Count)> MeanShifts(int bin, GlobalCorrection step)
    {
        foreach ((int[] selected, _) in Slices(bin))
        {
            double before = _jets.CoreOf(selected, _jets.PtResponse).Mean;
            double after = _jets.CoreOf(
                selected, row => _jets.PtResponse(row) / step.Factor(_jets.Momenta, row, _values[row])).Mean;
            yield return (LogAxis(selected), after / before, selected.Length);
        }
    }

    // Neighbouring cells of true momentum grow together until they hold enough; what is left over at the end joins the
    // last slice.
    private List<(int[] Selected, int[] All)> Slices(int bin)
    {
        int enough = (_step.Variable.IsPunchThrough ? 1 : FewestGroups) * Options.JetsPerCore;
        var slices = new List<(int[] Selected, int[] All)>();
        List<int> selected = [], all = [];
        for (int step = 0; step < _cells.Steps; step++)
        {
            selected.AddRange(Selected(bin, step));
            all.AddRange(_cells.At(bin, step));
            if (selected.Count >= enough)
            {
                slices.Add(([.. selected], [.. all]));
                selected.Clear();
                all.Clear();
            }
        }

        if (slices.Count > 0)
        {
            slices[^1] = ([.. slices[^1].Selected, .. selected], [.. slices[^1].All, .. all]);
        }

        return slices;
    }

    private RelativeResponse Measure(int[] group, double reference)
    {
        NormalEstimate core = _jets.CoreOf(group, _jets.PtResponse);
        return new(LogAxis(group), group.Average(Coordinate), core.Mean / reference, core.MeanError / reference);
    }

    // Equal numbers by the variable; jets with the same value stay together.
    private List<int[]> Groups(int[] rows)
    {
        int[] sorted = [.. rows.OrderBy(row => _values[row])];
        int count = Math.Clamp(sorted.Length / Options.JetsPerCore, 0, Options.Nodes), first = 0;
        List<int[]> groups = [];
        for (int group = 1; group <= count; group++)
        {
            int end = Math.Max(first, (int)((long)sorted.Length * group / count));
            while (end > 0 && end < sorted.Length && _values[sorted[end]] == _values[sorted[end - 1]])
            {
                end++;
            }

            if (end - first >= Options.JetsPerCore / 2)
            {
                groups.Add(sorted[first..end]);
                first = end;
            }
        }

        return groups;
    }

    private int[] Selected(int bin, int step) => [.. _cells.At(bin, step).Where(row =>
        Math.Abs(_jets.Momenta.DetectorEta[row]) < _step.Variable.EtaReach && _jets.Momenta.IsUsable[row]
        && float.IsFinite(_values[row]) && _values[row] > _step.Variable.Above
        && _jets.Momenta.Pt[row] >= _step.Variable.LowestPt)];

    private double Coordinate(int row) => _step.Coordinate(_values[row]);

    private double LogAxis(int[] rows) => rows.Average(row => Math.Log(_step.Axis(_jets.Momenta, row)));
}
