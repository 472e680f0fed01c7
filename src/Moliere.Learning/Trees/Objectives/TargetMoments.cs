namespace Moliere.Learning.Trees.Objectives;

/// <summary>Weighted moments of targets; the sum of weights is positive.</summary>
internal static class TargetMoments
{
    /// <summary>Weighted mean.</summary>
    public static double Mean(TreeRows rows) => MeanOf(rows, target => target);

    /// <summary>Weighted mean of a function of the target.</summary>
    public static double MeanOf(TreeRows rows, Func<float, double> function)
    {
        double sum = 0, weights = 0;
        for (int row = 0; row < rows.RowCount; row++)
        {
            sum += rows.Weight(row) * function(rows.Targets[row]);
            weights += rows.Weight(row);
        }

        return sum / weights;
    }
}
