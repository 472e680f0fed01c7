using System.ComponentModel.DataAnnotations;

namespace Moliere.Data.Tables;

/// <summary>Which sample an event belongs to.</summary>
public enum SplitPart
{
    /// <summary>Models are trained on it.</summary>
    Training,

    /// <summary>Training is stopped and models are chosen by it.</summary>
    Validation,

    /// <summary>Results are shown on it.</summary>
    Test,
}

/// <summary>
/// Divides a sample by a hash of the event number, so that all objects of an event fall into the same part, whatever
/// else is in the file and in whatever order.
/// </summary>
public sealed record EventSplit
{
    /// <summary>Share of events for training.</summary>
    /// <source>Physics notes section 1.3: 60/20/20.</source>
    [Range(0.0, 1.0)]
    public double TrainingFraction { get; init; } = 0.6;

    /// <summary>Share of events for validation; what is left after training and validation is for the test.</summary>
    [Range(0.0, 1.0)]
    public double ValidationFraction { get; init; } = 0.2;

    /// <summary>Another number gives another division of the same shares.</summary>
    public ulong Salt { get; init; }

    /// <summary>The part of one event.</summary>
    /// <param name="eventNumber">Number of the event, unique in its source.</param>
    public SplitPart PartOf(long eventNumber)
    {
        // The upper 53 bits are a uniform number in [0, 1).
        double u = (Mix((ulong)eventNumber + Mix(Salt)) >> 11) * (1.0 / (1ul << 53));
        return u < TrainingFraction ? SplitPart.Training
            : u < TrainingFraction + ValidationFraction ? SplitPart.Validation
            : SplitPart.Test;
    }

    /// <summary>The rows of one part, ascending.</summary>
    /// <param name="eventNumbers">Event number of each row.</param>
    /// <param name="part">Which part.</param>
    public int[] Rows(long[] eventNumbers, SplitPart part)
    {
        var rows = new List<int>(eventNumbers.Length / 2);
        for (int row = 0; row < eventNumbers.Length; row++)
        {
            if (PartOf(eventNumbers[row]) == part)
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }

    // Finaliser of SplitMix64: Steele, Lea, Flood, OOPSLA 2014, doi:10.1145/2660193.2660195.
    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
