using Moliere.Calibration.Closure;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Training;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>Derives one network per bin of |eta_det|.</summary>
/// <source>arXiv:2303.17312: "one network per |eta_det| bin".</source>
public sealed class EtaBinnedDerivation
{
    private readonly IReadOnlyList<double> _etaEdges;
    private readonly JetNetworkDerivation[] _parts;

    /// <summary>Prepares the jets of every bin.</summary>
    /// <param name="jets">Jet table with true momenta.</param>
    /// <param name="training">Rows to learn from.</param>
    /// <param name="validation">Rows to stop and choose by.</param>
    /// <param name="etaEdges">Edges of the bins in |eta_det|, ascending.</param>
    /// <param name="options">Inputs, selection, spectrum and closure of every network.</param>
    /// <param name="input">A calibration on top of which they learn; null for constituent scale.</param>
    /// <exception cref="ArgumentException">A bin has too few jets; the message names it.</exception>
    public EtaBinnedDerivation(
        Table jets, int[] training, int[] validation, IReadOnlyList<double> etaEdges, JetNetworkOptions options,
        ICalibration? input = null)
    {
        ClosureSpline.RequireAscending(etaEdges);
        _etaEdges = etaEdges;
        float[] eta = jets.Floats(JetColumns.DetectorEta);
        _parts = [.. Enumerable.Range(0, etaEdges.Count - 1).Select(Part)];

        JetNetworkDerivation Part(int bin)
        {
            try
            {
                return new(jets, InBin(training, bin), InBin(validation, bin), options, input);
            }
            catch (ArgumentException error)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"|eta_det| from {etaEdges[bin]} to {etaEdges[bin + 1]}: {error.Message}"), error);
            }
        }

        int[] InBin(int[] rows, int bin) => [.. rows.Where(row => ClosureSpline.BinOf(etaEdges, eta[row]) == bin)];
    }

    /// <summary>What was prepared for each bin.</summary>
    public IReadOnlyList<JetNetworkDerivation> Parts => _parts;

    /// <summary>Trains the network of each bin, resuming from their checkpoints where there are some.</summary>
    /// <param name="name">Name of the method.</param>
    /// <param name="network">The network; its target must be the logarithm.</param>
    /// <param name="options">How to train.</param>
    /// <param name="checkpointPath">
    /// Where the states are kept, with the number of the bin at the end; null for nowhere.
    /// </param>
    /// <param name="progress">Told after every epoch of every network; may be null.</param>
    /// <param name="cancellation">Stops the training: the bins that are left are not trained at all.</param>
    /// <returns>The calibration, and one result per bin.</returns>
    public (EtaBinnedCalibration Calibration, IReadOnlyList<TrainingResult> Results) Derive(
        string name, NetworkOptions network, TrainerOptions options, string? checkpointPath = null,
        IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        (JetNetworkCalibration Calibration, TrainingResult Result)[] parts =
        [
            .. _parts.Select((part, bin) => part.Derive(
                $"{name}.eta{bin}",
                network,
                options,
                checkpointPath is null ? null : $"{checkpointPath}.eta{bin}",
                progress,
                cancellation)),
        ];
        return (
            new(name, _etaEdges, [.. parts.Select(part => part.Calibration)]),
            [.. parts.Select(part => part.Result)]);
    }
}
