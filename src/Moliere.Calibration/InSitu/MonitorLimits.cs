using System.ComponentModel.DataAnnotations;

namespace Moliere.Calibration.InSitu;

/// <summary>Beyond which a tuned network is not healthy; all numbers compare with the initial momenta.</summary>
/// <source>Physics notes sections 2.4 and 4, pitfalls 1 and 4; the numbers are our choice.</source>
public sealed record MonitorLimits
{
    /// <summary>Largest relative move of the mean momentum in a bin, beyond twice its statistical error.</summary>
    [Range(1e-4, 1)]
    public double BinMean { get; init; } = 0.01;

    /// <summary>
    /// Largest relative loss of what the two jets of an event share: the root of the squared width of shuffled pairs
    /// minus that of true ones. A genuine gain leaves it, a collapse shrinks it like the asymmetry.
    /// </summary>
    [Range(1e-4, 1)]
    public double SharedWidth { get; init; } = 0.02;

    /// <summary>
    /// Smallest slope of ln p of a jet on its initial one inside the bins. A perfect detector would reach the share of
    /// radiation in the squared asymmetry, about 0.75 at 2 TeV; a collapse goes to 0.
    /// </summary>
    [Range(0, 1)]
    public double SlopeInBins { get; init; } = 0.5;

    /// <summary>
    /// Largest factor between a predicted momentum and its initial one, either way: jets that leave the calorimeter may
    /// need 2.
    /// </summary>
    [Range(1, 100)]
    public double Factor { get; init; } = 3;

    /// <summary>
    /// Epochs in a row with a complaint, after a healthy one, that stop the training; 0 records complaints and goes on.
    /// </summary>
    [Range(0, 1000)]
    public int Patience { get; init; } = 5;
}
