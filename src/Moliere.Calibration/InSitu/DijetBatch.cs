using Moliere.Learning.Losses;

namespace Moliere.Calibration.InSitu;

/// <summary>
/// The momenta that a network predicts for the jets of a batch, with what they are compared with: jets 2 e and 2 e + 1
/// are reference and probe of event e. Memory is kept for the next batch.
/// </summary>
internal sealed class DijetBatch
{
    private double[] _columns = [];
    private int[] _bins = [];

    /// <summary>Jets, twice the events.</summary>
    public int Jets { get; private set; }

    /// <summary>Events.</summary>
    public int Events => Jets / 2;

    /// <summary>Predicted momentum [GeV] of each jet.</summary>
    public Span<double> Momentum => Column(0);

    /// <summary>Its derivative by the mean output.</summary>
    public Span<double> Slope => Column(1);

    /// <summary>Derivative of the loss by the momentum, to be added to.</summary>
    public Span<double> Gradient => Column(2);

    /// <summary>Initial momentum [GeV].</summary>
    public Span<double> Initial => Column(3);

    /// <summary>ln of the average initial momentum of the event.</summary>
    public Span<double> LogAverage => Column(4);

    /// <summary>Weight of the event.</summary>
    public Span<double> Weight => Column(5);

    /// <summary>True momentum [GeV]; NaN where it is not known.</summary>
    public Span<double> Truth => Column(6);

    /// <summary>Frozen bin of the constraint.</summary>
    public Span<int> ScaleBin => _bins.AsSpan(0, Jets);

    /// <summary>Frozen bin of the width.</summary>
    public Span<int> WidthBin => _bins.AsSpan(_bins.Length / 2, Jets);

    /// <summary>Takes the jets of a batch; the gradient is cleared.</summary>
    public void Load(in CoupledBatch batch, MomentumHead head)
    {
        Resize(batch.Count);
        Span<float> slopes = stackalloc float[head.Loss.OutputCount];
        for (int i = 0; i < Jets; i++)
        {
            ReadOnlySpan<float> context = batch.Context(i);
            (Momentum[i], Slope[i]) = head.Momentum(head.Loss.Mean(batch.Output(i), slopes), context);
            Load(i, context);
        }
    }

    /// <summary>Takes the initial momenta of jets as predicted ones.</summary>
    /// <param name="context">[jets, width], of all jets.</param>
    public void LoadInitial(ReadOnlySpan<float> context)
    {
        Resize(context.Length / JetContext.Width);
        for (int i = 0; i < Jets; i++)
        {
            Load(i, context.Slice(i * JetContext.Width, JetContext.Width));
        }

        Initial.CopyTo(Momentum);
    }

    /// <summary>Takes the momenta of the starting calibration as predicted ones.</summary>
    /// <param name="context">[jets, width], of all jets.</param>
    public void LoadStart(ReadOnlySpan<float> context)
    {
        LoadInitial(context);
        for (int i = 0; i < Jets; i++)
        {
            Momentum[i] = Math.Exp(context[(i * JetContext.Width) + JetContext.StartLogPt]);
        }
    }

    private void Load(int jet, ReadOnlySpan<float> context)
    {
        Initial[jet] = Math.Exp(context[JetContext.InitialLogPt]);
        LogAverage[jet] = context[JetContext.LogAverage];
        Weight[jet] = context[JetContext.Weight];
        Truth[jet] = context[JetContext.TruthLogPt] == 0 ? double.NaN : Math.Exp(context[JetContext.TruthLogPt]);
        (ScaleBin[jet], WidthBin[jet]) = ((int)context[JetContext.ScaleBin], (int)context[JetContext.WidthBin]);
    }

    private void Resize(int jets)
    {
        const int columns = 7;
        if (_columns.Length < columns * jets)
        {
            (_columns, _bins) = (new double[columns * jets], new int[2 * jets]);
        }

        Jets = jets;
        Gradient.Clear();
    }

    private Span<double> Column(int index) => _columns.AsSpan(index * Jets, Jets);
}
