using System.Text.Json;
using Moliere.Learning.Losses;

namespace Moliere.Calibration.InSitu;

/// <summary>
/// L = f1 NLL + f2 sigma_A + f3 C over the jets of dijet events, which lie in pairs. It judges a network by sigma_A on
/// the validation events, or by L where f2 = 0, and by the monitors. Where the slope is held sigma_A is divided by the
/// slope of pairs: a start that follows the momentum too little has a narrow asymmetry that it did not earn.
/// </summary>
/// <source>Physics notes section 2.4, item 3.</source>
internal sealed class DijetLoss : CoupledLoss
{
    private readonly InSituOptions _options;
    private readonly MomentumHead _head;
    private readonly DijetMonitoring _monitoring;
    private readonly InSituMonitor _initial;
    private readonly AsymmetryTerm _asymmetry;
    private readonly ScaleTerm _scale;
    private readonly DijetBatch _batch = new();
    private readonly float[] _rowGradient;
    private float[] _judged = [];

    /// <summary>Takes what is fixed during a training.</summary>
    /// <param name="options">Weights of the terms and their kinds.</param>
    /// <param name="head">From outputs to momenta.</param>
    /// <param name="bins">Frozen bins.</param>
    /// <param name="monitoring">Judges.</param>
    /// <param name="initial">The monitors for the initial momenta of the validation events.</param>
    public DijetLoss(
        InSituOptions options, MomentumHead head, DijetBins bins, DijetMonitoring monitoring, InSituMonitor initial)
    {
        (_options, _head, _monitoring, _initial) = (options, head, monitoring, initial);
        (_asymmetry, _scale) = (new(options.Width, bins.WidthBins), new(options.Constraint, bins.ScaleBins));
        _rowGradient = new float[head.Loss.OutputCount];
    }

    /// <inheritdoc/>
    public override int OutputCount => _head.Loss.OutputCount;

    /// <inheritdoc/>
    public override string Identity => $"dijets {JsonSerializer.Serialize(_options with { Training = new() })} {_head}";

    /// <inheritdoc/>
    public override int ComplaintPatience => _options.Limits.Patience;

    /// <inheritdoc/>
    public override double Evaluate(in CoupledBatch batch, Span<float> gradients)
    {
        _batch.Load(batch, _head);
        double loss = Coupled();
        Span<float> slopes = stackalloc float[OutputCount];
        for (int i = 0; i < _batch.Jets; i++)
        {
            _head.Loss.Mean(batch.Output(i), slopes);
            double byMean = _batch.Gradient[i] * _batch.Slope[i];
            for (int output = 0; output < slopes.Length; output++)
            {
                gradients[(i * OutputCount) + output] = (float)(byMean * slopes[output]);
            }
        }

        return loss + Likelihood(batch, gradients);
    }

    /// <inheritdoc/>
    public override Verdict Judge(in CoupledBatch rows)
    {
        if (_judged.Length < rows.Count * OutputCount)
        {
            _judged = new float[rows.Count * OutputCount];
        }

        double loss = Evaluate(rows, _judged.AsSpan(0, rows.Count * OutputCount));
        InSituMonitor found = _monitoring.Watch(_batch);
        return new(_options.WidthWeight > 0 ? Objective(found) : loss)
        {
            Complaint = _monitoring.Complaint(found, _initial),
            Measures = found.ToMeasures(),
        };
    }

    private bool HoldsSlope => _options.ConstraintWeight > 0
        && _options.Constraint is ScaleConstraint.Slope or ScaleConstraint.BinMeansAndSlope;

    private double Objective(InSituMonitor found) => _options.Objective == InSituObjective.AsymmetryWidth
        ? found.Asymmetry / (HoldsSlope && found.SlopeOfPairs > 0 ? found.SlopeOfPairs : 1)
        : CorrelationTerm.Add(_batch, factor: 0);

    private double Coupled()
    {
        double loss = 0, f2 = _options.WidthWeight, f3 = _options.ConstraintWeight;
        if (f2 > 0)
        {
            bool isWidth = _options.Objective == InSituObjective.AsymmetryWidth;
            loss += f2 * (isWidth ? _asymmetry.Add(_batch, f2) : CorrelationTerm.Add(_batch, f2));
        }

        return f3 > 0 ? loss + (f3 * _scale.Add(_batch, f3)) : loss;
    }

    private double Likelihood(in CoupledBatch batch, Span<float> gradients)
    {
        double total = 0, sum = 0;
        for (int i = 0; _options.NllWeight > 0 && i < _batch.Jets; i++)
        {
            total += double.IsNaN(_batch.Truth[i]) ? 0 : _batch.Weight[i];
        }

        for (int i = 0; total > 0 && i < _batch.Jets; i++)
        {
            if (!double.IsNaN(_batch.Truth[i]))
            {
                double share = _options.NllWeight * _batch.Weight[i] / total;
                float target = (float)_head.Target(batch.Context(i));
                sum += share * _head.Loss.Row(batch.Output(i), target, _rowGradient);
                for (int output = 0; output < _rowGradient.Length; output++)
                {
                    gradients[(i * OutputCount) + output] += (float)(share * _rowGradient[output]);
                }
            }
        }

        return sum;
    }
}
