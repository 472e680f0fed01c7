using Moliere.Data.Tables;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Calibration.InSitu;

/// <summary>A network over jets whose mean output is the decimal logarithm of a response, ready to be tuned.</summary>
public interface IJetNetwork
{
    /// <summary>How the network was made and what its outputs mean; a single network.</summary>
    public NetworkPlan Plan { get; }

    /// <summary>The network; whoever tunes it works on a copy.</summary>
    public Network Network { get; }

    /// <summary>What the network sees of each jet; targets are 0 and weights 1.</summary>
    /// <param name="jets">Jet table with the columns of the network.</param>
    /// <returns>As many rows as the table; an input that is not finite is replaced by a typical one.</returns>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    public TrainingRows RowsOf(Table jets);
}
