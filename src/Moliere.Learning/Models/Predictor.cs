using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Models;

/// <summary>
/// Runs a network forward with a team of threads that stays alive; rows are independent of each other.
/// </summary>
public sealed class Predictor : IDisposable
{
    private readonly Mlp _model;
    private readonly PackedParameters _packed;
    private readonly WorkerTeam _team;
    private readonly Workspace[] _workspaces;
    private readonly Action<int> _job;
    private ReadOnlyMemory<float> _features;
    private Memory<float> _outputs;
    private int _rows;
    private int _next;

    /// <summary>Copies the model's present parameters; later training does not reach this predictor.</summary>
    /// <param name="model">The network.</param>
    /// <param name="threads">At least 1.</param>
    public Predictor(Mlp model, int threads)
    {
        _model = model;
        _packed = new PackedParameters(model.Tape);
        _packed.Refresh(model.Parameters);
        _team = new WorkerTeam(threads);
        _workspaces = [.. Enumerable.Range(0, threads).Select(_ => new Workspace(model.Tape))];
        _job = Work;
    }

    /// <summary>Predicts all rows.</summary>
    /// <param name="features">[rows, F], row-major.</param>
    /// <param name="rows">Number of rows, may be 0.</param>
    /// <param name="outputs">[rows, O], filled; a row with a non-finite feature gets undefined outputs.</param>
    /// <exception cref="ArgumentException">A length does not match the shape.</exception>
    public void Predict(ReadOnlyMemory<float> features, int rows, Memory<float> outputs)
    {
        Require(features.Length, rows, _model.InputCount, nameof(features));
        Require(outputs.Length, rows, _model.OutputCount, nameof(outputs));
        (_features, _outputs, _rows, _next) = (features, outputs, rows, 0);
        if (rows <= Lanes.MaximumRows)
        {
            Work(0);
        }
        else
        {
            _team.Run(_job);
        }

        (_features, _outputs) = (default, default);
    }

    /// <inheritdoc/>
    public void Dispose() => _team.Dispose();

    private static void Require(int length, int rows, int columns, string name)
    {
        if (length != (long)rows * columns)
        {
            throw new ArgumentException(
                $"{name} holds {length} numbers; [N = {rows}, {columns}] needs {rows * columns}.", name);
        }
    }

    private void Work(int worker)
    {
        const int size = Lanes.MaximumRows;
        for (int first; (first = (Interlocked.Increment(ref _next) - 1) * size) < _rows;)
        {
            Block(_workspaces[worker], first, Math.Min(size, _rows - first));
        }
    }

    private void Block(Workspace workspace, int first, int rows)
    {
        int inputs = _model.InputCount, outputs = _model.OutputCount;
        Transpose.PadCleared(_features.Span.Slice(first * inputs, rows * inputs), inputs, workspace.Begin(rows));
        Transpose.Unpad(workspace.Forward(_packed), outputs, _outputs.Span.Slice(first * outputs, rows * outputs));
    }
}
