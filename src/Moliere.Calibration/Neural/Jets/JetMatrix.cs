using Moliere.Learning.Training;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>Jets as a network takes them.</summary>
/// <param name="Features">[N, F] row-major.</param>
/// <param name="Width">F.</param>
/// <param name="IsUsable">[N]: whether a jet can be trained on or calibrated.</param>
/// <param name="Sets">Constituents; null for networks that do not look at them.</param>
public sealed record JetMatrix(float[] Features, int Width, bool[] IsUsable, JetSets? Sets)
{
    /// <summary>All jets, to predict them: targets are 0.</summary>
    public TrainingRows All()
    {
        var targets = new float[IsUsable.Length];
        return Sets is null
            ? new DataSet(Features, Width, targets, null)
            : new SetRows(Features, Width, Sets.Offsets, Sets.Points, Sets.PointWidth, targets, null);
    }

    /// <summary>Some of the jets, to train on them.</summary>
    /// <param name="rows">Rows of the table.</param>
    /// <param name="targets">One per given row.</param>
    /// <param name="weights">One per given row.</param>
    public TrainingRows Rows(int[] rows, float[] targets, float[] weights)
    {
        var features = new float[rows.Length * Width];
        for (int i = 0; i < rows.Length; i++)
        {
            Features.AsSpan(rows[i] * Width, Width).CopyTo(features.AsSpan(i * Width));
        }

        return Sets?.Select(rows) is { } sets
            ? new SetRows(features, Width, sets.Offsets, sets.Points, sets.PointWidth, targets, weights)
            : new DataSet(features, Width, targets, weights);
    }
}

/// <summary>The constituents of jets behind each other.</summary>
/// <param name="Offsets">[N + 1]: jet i has the points [Offsets[i], Offsets[i + 1]).</param>
/// <param name="Points">[M, P] row-major.</param>
/// <param name="PointWidth">P.</param>
public sealed record JetSets(int[] Offsets, float[] Points, int PointWidth)
{
    /// <summary>Those of some of the jets.</summary>
    /// <param name="rows">Rows of the table.</param>
    public JetSets Select(int[] rows)
    {
        var offsets = new int[rows.Length + 1];
        for (int i = 0; i < rows.Length; i++)
        {
            offsets[i + 1] = offsets[i] + Offsets[rows[i] + 1] - Offsets[rows[i]];
        }

        var points = new float[offsets[^1] * PointWidth];
        for (int i = 0; i < rows.Length; i++)
        {
            int first = Offsets[rows[i]] * PointWidth, count = (offsets[i + 1] - offsets[i]) * PointWidth;
            Points.AsSpan(first, count).CopyTo(points.AsSpan(offsets[i] * PointWidth));
        }

        return new(offsets, points, PointWidth);
    }
}
