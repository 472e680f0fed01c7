using Moliere.Learning.Trees;

namespace Moliere.Tests.Learning.Trees;

/// <summary>
/// The definition of a grown tree for squared residuals: at every node all features and all distinct values as
/// thresholds, sums over the rows themselves in double precision, depth first.
/// </summary>
internal sealed class PlainTree(TreeRows rows, BoostingOptions options, double start)
{
    /// <summary>Nodes from the root, left before right: feature, rows, gain and value each.</summary>
    public List<(int Feature, int Rows, double Gain, double Value)> Nodes { get; } = [];

    public PlainTree Grow()
    {
        Grow([.. Enumerable.Range(0, rows.RowCount)], 0, double.NegativeInfinity, double.PositiveInfinity);
        return this;
    }

    private void Grow(int[] node, int depth, double low, double high)
    {
        int index = Nodes.Count;
        double value = Math.Clamp(Value(node), low, high);
        Nodes.Add((-1, node.Length, 0, value * options.LearningRate));
        if (depth == options.MaxDepth || Best(node, low, high) is not { } best || best.Gain <= options.Gamma)
        {
            return;
        }

        Nodes[index] = (best.Feature, node.Length, best.Gain, value * options.LearningRate);
        double left = Math.Clamp(Value(best.Left), low, high), right = Math.Clamp(Value(best.Right), low, high);
        double middle = (left + right) / 2;
        int direction = options.Monotone.Count == 0 ? 0 : options.Monotone[best.Feature];
        Grow(best.Left, depth + 1, direction < 0 ? middle : low, direction > 0 ? middle : high);
        Grow(best.Right, depth + 1, direction > 0 ? middle : low, direction < 0 ? middle : high);
    }

    private (int Feature, int[] Left, int[] Right, double Gain)? Best(int[] node, double low, double high)
    {
        (int Feature, int[] Left, int[] Right, double Gain)? best = null;
        for (int feature = 0; feature < rows.FeatureCount; feature++)
        {
            float[] x = [.. node.Select(row => rows.Row(row)[feature])];
            foreach (float cut in x.Where(value => !float.IsNaN(value)).Distinct().Order())
            {
                foreach (bool missingLeft in new[] { false, true })
                {
                    bool IsLeft(int row) =>
                        float.IsNaN(rows.Row(row)[feature]) ? missingLeft : rows.Row(row)[feature] <= cut;
                    int[] left = [.. node.Where(IsLeft)], right = [.. node.Where(row => !IsLeft(row))];
                    double gain = Gain(node, left, right, feature, low, high);
                    if (gain > (best?.Gain ?? 1e-9) + 1e-9)
                    {
                        best = (feature, left, right, gain);
                    }
                }
            }
        }

        return best;
    }

    private double Gain(int[] node, int[] left, int[] right, int feature, double low, double high)
    {
        double leftValue = Math.Clamp(Value(left), low, high), rightValue = Math.Clamp(Value(right), low, high);
        int direction = options.Monotone.Count == 0 ? 0 : options.Monotone[feature];
        bool isAllowed = Curvature(left) >= options.MinChildWeight && Curvature(right) >= options.MinChildWeight
            && left.Length > 0 && right.Length > 0 && direction * (rightValue - leftValue) >= 0;
        return !isAllowed ? 0
            : Worth(left, leftValue) + Worth(right, rightValue) - Worth(node, Math.Clamp(Value(node), low, high));
    }

    private double Gradient(int[] node) => node.Sum(row => rows.Weight(row) * (start - rows.Targets[row]));

    private double Curvature(int[] node) => node.Sum(row => (double)rows.Weight(row));

    private double Value(int[] node) =>
        Curvature(node) + options.Lambda is var sum && sum > 0 ? -Gradient(node) / sum : 0;

    private double Worth(int[] node, double value) =>
        -((2 * Gradient(node) * value) + ((Curvature(node) + options.Lambda) * value * value));
}
