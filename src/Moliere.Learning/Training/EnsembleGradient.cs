using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Training;

/// <summary>
/// Loss and gradient of an ensemble: every member descends its own mean loss, as it would alone, and all see the same
/// batches. Members are dealt to a team, each member is computed by one worker in one order, so the number of threads
/// does not change a bit. With repulsion a first pass takes the predictions of all members, and a second one the
/// gradient from the activations that were kept.
/// </summary>
/// <source>D'Angelo and Fortuin, arXiv:2106.11642, section 4.2; as a loss: Plehn et al., arXiv:2211.01421.</source>
internal sealed class EnsembleGradient : IBatchGradient
{
    // Validation rows gathered at a time: enough for many threads, and memory stays bounded.
    private const int ValidationRows = 64 * Lanes.MaximumRows;

    private readonly Ensemble _ensemble;
    private readonly PackedParameters[] _packed;
    private readonly MemberPass[] _passes;
    private readonly float[][] _forces;
    private readonly GatheredBatch _rows;
    private readonly KeptActivations _kept;
    private readonly Repulsion? _repulsion;
    private readonly WeightPrior? _prior;
    private readonly WorkerTeam _team;
    private readonly double[] _losses;
    private readonly double[] _blockLosses = new double[ValidationRows / Lanes.MaximumRows];
    private readonly float[] _gradients;
    private readonly (Action<int, int> Gather, Action<int, int> Pack, Action<int, int> Predict) _prepare;
    private readonly (Action<int, int> Measure, Action<int, int> Descend, Action<int, int> Validate) _compute;
    private readonly Action<int> _work;
    private Action<int, int> _item = (_, _) => { };
    private double _clipNorm;
    private int _items;
    private int _next;

    public EnsembleGradient(
        Ensemble ensemble,
        Loss loss,
        int trainingRows,
        int threads,
        long mostKeptFloats = KeptActivations.MostFloats)
    {
        int members = ensemble.MemberCount;
        (_ensemble, _rows, _team) = (ensemble, new GatheredBatch(ensemble.InputCount), new WorkerTeam(threads));
        _packed = [.. Enumerable.Range(0, members).Select(_ => new PackedParameters(ensemble.Tape))];
        _passes = [.. Enumerable.Range(0, threads).Select(_ => new MemberPass(ensemble.Tape, loss))];
        (_losses, _gradients) = (new double[members], new float[ensemble.Parameters.Length]);
        _kept = new KeptActivations(ensemble.Tape, members, mostKeptFloats);
        _forces = [.. Enumerable.Repeat<float[]>([], threads)];
        if (ensemble.IsRepulsive)
        {
            _repulsion = new Repulsion(members, trainingRows);
            _prior = new WeightPrior(ensemble.Tape, ensemble.Options.PriorSigma, trainingRows);
        }

        _prepare = ((_, index) => _rows.Gather(index), (_, member) => Pack(member), Predict);
        _compute = ((_, member) => _repulsion!.Measure(member), Descend, Validate);
        _work = Work;
    }

    /// <inheritdoc/>
    public double LossAndGradient(in RowBatch batch, long step, double clipNorm, Span<float> gradient)
    {
        _rows.Begin(batch);
        _clipNorm = clipNorm;
        Deal(_prepare.Gather, _rows.MicroBatchCount);
        if (_repulsion is not null)
        {
            Repel(batch.Count);
        }

        Deal(_compute.Descend, _losses.Length);
        _gradients.CopyTo(gradient);
        return MeanOf(_losses);
    }

    /// <inheritdoc/>
    public double Loss(in RowBatch batch)
    {
        Deal(_prepare.Pack, _packed.Length);
        double sum = 0;
        for (int first = 0; first < batch.Count; first += ValidationRows)
        {
            int count = Math.Min(ValidationRows, batch.Count - first);
            _rows.Begin(batch with { First = batch.First + first, Count = count });
            Deal(_compute.Validate, _rows.MicroBatchCount);
            for (int index = 0; index < _rows.MicroBatchCount; index++)
            {
                sum += _blockLosses[index];
            }
        }

        return sum;
    }

    public void Dispose() => _team.Dispose();

    private static double MeanOf(double[] losses)
    {
        double sum = 0;
        foreach (double loss in losses)
        {
            sum += loss;
        }

        return sum / losses.Length;
    }

    // Who draws which item must not show; the number of the worker only says whose memory to use.
    private void Deal(Action<int, int> item, int items)
    {
        (_item, _items, _next) = (item, items, 0);
        _team.Run(_work);
    }

    private void Work(int worker)
    {
        for (int index; (index = Interlocked.Increment(ref _next) - 1) < _items;)
        {
            _item(worker, index);
        }
    }

    private void Pack(int member) => _packed[member].Refresh(_ensemble.Member(member));

    private void Repel(int rows)
    {
        _repulsion!.Begin(rows);
        _kept.Begin(_rows.MicroBatchCount);
        for (int worker = 0; worker < _forces.Length; worker++)
        {
            _forces[worker] = _forces[worker].Length < rows ? new float[rows] : _forces[worker];
        }

        Deal(_prepare.Predict, _losses.Length);
        Deal(_compute.Measure, _losses.Length);
        _repulsion.SetWidth();
    }

    private void Predict(int worker, int member)
    {
        Pack(member);
        Span<float> means = _repulsion!.Predictions(member);
        for (int index = 0; index < _rows.MicroBatchCount; index++)
        {
            Workspace run = _passes[worker].Load(_rows, index, _kept.Of(member, index));
            run.Forward(_packed[member]);
            _passes[worker].Means(run, means.Slice(GatheredBatch.First(index), _rows.Rows(index)));
        }
    }

    private void Descend(int worker, int member)
    {
        MemberPass pass = _passes[worker];
        Span<float> force = [];
        if (_repulsion is null)
        {
            Pack(member);
        }
        else
        {
            force = _forces[worker].AsSpan(0, _repulsion.Predictions(member).Length);
            _repulsion.Gradient(member, force);
        }

        double loss = 0;
        for (int index = 0; index < _rows.MicroBatchCount; index++)
        {
            Span<float> own = force.IsEmpty ? [] : force.Slice(GatheredBatch.First(index), _rows.Rows(index));
            Workspace run = _kept.Of(member, index) ?? Run(pass, index, _packed[member]);
            loss += pass.Judge(run, _rows, index, own);
            pass.Backward(run, _packed[member], accumulate: index > 0);
        }

        int parameters = _ensemble.MemberParameterCount;
        Span<float> gradient = _gradients.AsSpan(member * parameters, parameters);
        pass.CopyGradient(gradient);
        loss += _prior?.AddGradient(_ensemble.Member(member), gradient) ?? 0;
        _losses[member] = double.IsFinite(GradientClipping.ClipInPlace(gradient, _clipNorm)) ? loss : double.NaN;
    }

    private Workspace Run(MemberPass pass, int index, PackedParameters parameters)
    {
        Workspace run = pass.Load(_rows, index);
        run.Forward(parameters);
        return run;
    }

    private void Validate(int worker, int index)
    {
        _rows.Gather(index);
        Workspace run = _passes[worker].Load(_rows, index);
        double sum = 0;
        foreach (PackedParameters member in _packed)
        {
            run.Forward(member);
            sum += _passes[worker].Judge(run, _rows, index, force: []);
        }

        _blockLosses[index] = sum / _packed.Length;
    }
}
