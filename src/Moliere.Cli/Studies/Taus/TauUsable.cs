using Moliere.Calibration.Taus;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Taus;

/// <summary>What learnt scales say of taus that they cannot learn from.</summary>
internal static class TauUsable
{
    /// <summary>Runs a derivation.</summary>
    /// <param name="name">The method.</param>
    /// <param name="derive">What may find the taus unusable.</param>
    /// <exception cref="RefusalException">It did; the sentence says what to do.</exception>
    public static T Of<T>(string name, Func<T> derive)
    {
        try
        {
            return derive();
        }
        catch (Exception error) when (error is ArgumentException or MissingColumnException or InvalidDataException)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"{name}: {error.Message.TrimEnd('.')}; choose other methods with --set methods=[...], "
                + "take more taus, or do without the final closure with --set brt.closure=false or mdn.closure=false.");
        }
    }

    /// <summary>How many taus are used, and why others are not.</summary>
    /// <param name="counts">Of the training part.</param>
    public static string Describe(TauRowCounts counts)
    {
        (string Why, int Count)[] reasons =
        [
            ("without momentum or direction", counts.WithoutMomentum),
            ("without one to five tracks", counts.WithoutTracks),
            ("without the combined scale", counts.WithoutScale),
            ("with an extreme ratio of scales", counts.ExtremeRatio),
            ("without truth", counts.WithoutTruth),
            ("without an input", counts.WithoutInput),
        ];
        return string.Join(", ", reasons.Where(reason => reason.Count > 0)
            .Select(reason => $"{reason.Count} {reason.Why}")
            .Prepend($"learns from {counts.Used} of {counts.Candidates} training taus"));
    }
}
