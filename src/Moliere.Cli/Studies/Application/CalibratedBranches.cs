using Moliere.Data.Objects;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Writing;

namespace Moliere.Cli.Studies.Application;

/// <summary>
/// What a method says about clusters or jets, as branches: <c>NAME_e</c> the calibrated energy of a cluster or
/// <c>NAME_pt</c> the calibrated transverse momentum of a jet, <c>NAME_sigma_stat</c> and <c>NAME_sigma_syst</c> its
/// uncertainties, and <c>NAME_status</c>, 0 where calibrated and 1 where an input was unusable and the value is the
/// measured one itself. All have the unit of the file.
/// </summary>
/// <param name="name">Name of the method.</param>
/// <param name="quantity">What is calibrated, e or pt.</param>
/// <param name="energyUnit">Unit of the file's energies [GeV].</param>
/// <param name="counter">Branch that counts the objects of an entry; null where an object is an entry.</param>
internal sealed class CalibratedBranches(string name, string quantity, double energyUnit, string? counter)
{
    /// <summary>The branches in order; those of an uncertainty only for methods that have it.</summary>
    /// <param name="said">Predictions of any objects, or of none.</param>
    public IReadOnlyList<RootBranchSpec> Specs(Predictions said) =>
    [
        Spec(quantity, RootLeafType.Float32),
        .. said.SigmaStat is null ? Array.Empty<RootBranchSpec>() : [Spec("sigma_stat", RootLeafType.Float32)],
        .. said.SigmaSyst is null ? Array.Empty<RootBranchSpec>() : [Spec("sigma_syst", RootLeafType.Float32)],
        Spec("status", RootLeafType.UInt8),
    ];

    /// <summary>Their values.</summary>
    /// <param name="said">Predictions per object.</param>
    /// <param name="signals">E_EM of each cluster, or pt of each jet [GeV].</param>
    /// <param name="offsets">First object of each entry; null where an object is an entry.</param>
    public IEnumerable<RootArray> Arrays(Predictions said, float[] signals, int[]? offsets)
    {
        int rows = signals.Length;
        float[] energy = new float[rows], stat = new float[rows], syst = new float[rows];
        var status = new byte[rows];
        for (int row = 0; row < rows; row++)
        {
            double calibrated = signals[row] / said.Response[row] / energyUnit;
            energy[row] = (float)calibrated;
            status[row] = (byte)said.Status[row];

            // E = E_EM / R, pt alike: relative uncertainties are equal.
            stat[row] = (float)(Math.Abs(calibrated) * (said.SigmaStat?[row] ?? 0) / said.Response[row]);
            syst[row] = (float)(Math.Abs(calibrated) * (said.SigmaSyst?[row] ?? 0) / said.Response[row]);
        }

        float[][] numbers =
        [
            energy, .. said.SigmaStat is null ? NoNumbers : [stat], .. said.SigmaSyst is null ? NoNumbers : [syst],
        ];
        return [.. numbers.Select(values => Shaped(values, offsets)), Shaped(status, offsets)];
    }

    private static float[][] NoNumbers => [];

    private RootBranchSpec Spec(string what, RootLeafType type) => counter is null
        ? new($"{name}_{what}", type)
        : RootBranchSpec.Ragged($"{name}_{what}", type, counter);

    private static RootArray Shaped<T>(T[] values, int[]? offsets)
        where T : unmanaged => offsets is null
            ? new NumberArray<T>(values)
            : new ListArray(offsets, new NumberArray<T>(values));
}
