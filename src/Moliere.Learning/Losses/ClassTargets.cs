using Moliere.Learning.Training;

namespace Moliere.Learning.Losses;

/// <summary>Targets that say which class a row belongs to.</summary>
internal static class ClassTargets
{
    /// <summary>Sum of weights of each class; rows are checked before.</summary>
    public static double[] Sums(TrainingRows rows, int classes)
    {
        var sums = new double[classes];
        for (int row = 0; row < rows.RowCount; row++)
        {
            sums[(int)rows.Target(row)] += rows.Weight(row);
        }

        return sums;
    }

    /// <summary>Refuses targets that are no numbers of classes, and a class without rows.</summary>
    public static void Check(TrainingRows rows, int classes, string name)
    {
        var counts = new int[classes];
        for (int row = 0; row < rows.RowCount; row++)
        {
            float target = rows.Target(row);
            if (!(target >= 0 && target < classes && target == MathF.Floor(target)))
            {
                throw new ArgumentException(
                    $"Row {row} of the {name} data set has the target {target}; it must be the number of a class, "
                    + $"0 to {classes - 1}.");
            }

            counts[(int)target]++;
        }

        int missing = Array.IndexOf(counts, 0);
        if (missing >= 0)
        {
            throw Missing($"class {missing} of {classes}", name);
        }
    }

    /// <summary>Refuses targets that are no probabilities of class 1, and rows that all say the same class.</summary>
    public static void CheckShares(TrainingRows rows, string name)
    {
        bool hasZero = false, hasOne = false;
        for (int row = 0; row < rows.RowCount; row++)
        {
            float target = rows.Target(row);
            if (target is not (>= 0 and <= 1))
            {
                throw new ArgumentException(
                    $"Row {row} of the {name} data set has the target {target}; it must be the probability of class "
                    + "1, from 0 to 1.");
            }

            (hasZero, hasOne) = (hasZero || target < 1, hasOne || target > 0);
        }

        if (!hasZero || !hasOne)
        {
            throw Missing($"class {(hasOne ? 0 : 1)}", name);
        }
    }

    private static ArgumentException Missing(string which, string name) => new(
        $"No row of the {name} data set is of {which}; a classifier learns nothing about a class it never sees.");
}
