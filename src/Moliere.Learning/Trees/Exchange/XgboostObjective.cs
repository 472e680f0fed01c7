namespace Moliere.Learning.Trees.Exchange;

/// <summary>How objectives and the start of margins are called in the files of XGBoost.</summary>
/// <source>XGBoost 1.7 documentation, "Learning Task Parameters" (objective, base_score).</source>
internal static class XgboostObjective
{
    /// <summary>Attribute that names an objective which XGBoost has not.</summary>
    public const string Attribute = "moliere_objective";

    /// <summary>Attribute that says that the first trees are the start of the margins.</summary>
    public const string StartAttribute = "moliere_start";

    /// <summary>The only value of <see cref="StartAttribute"/>.</summary>
    public const string FirstTrees = "first trees";

    private static readonly (string Name, TreeObjective Objective)[] s_known =
    [
        ("reg:squarederror", TreeObjective.Squared), ("reg:pseudohubererror", TreeObjective.Huber),
        ("binary:logistic", TreeObjective.Logistic), ("multi:softprob", TreeObjective.MultiClass),
        ("multi:softmax", TreeObjective.MultiClass),
    ];

    public static string KnownNames => string.Join(", ", s_known.Select(known => known.Name));

    /// <summary>
    /// The objective of XGBoost whose raw margins are ours: squared error for a quantile, two classes for mean and
    /// width.
    /// </summary>
    public static TreeObjective Carrier(TreeObjective objective) => objective switch
    {
        TreeObjective.Quantile => TreeObjective.Squared,
        TreeObjective.Gaussian => TreeObjective.MultiClass,
        _ => objective,
    };

    public static string NameOf(TreeObjective carrier) => s_known.First(known => known.Objective == carrier).Name;

    public static TreeObjective? Find(string name) =>
        s_known.Where(known => known.Name == name).Select(known => (TreeObjective?)known.Objective).FirstOrDefault();

    /// <summary>Where a margin starts for a base score, in the single precision that XGBoost uses.</summary>
    public static float Margin(TreeObjective carrier, float baseScore) =>
        carrier == TreeObjective.Logistic ? -MathF.Log((1 / baseScore) - 1) : baseScore;

    /// <summary>The base score of a start, if there is one that gives exactly that.</summary>
    public static float? BaseScore(TreeObjective carrier, ReadOnlySpan<float> start)
    {
        if (start.ContainsAnyExcept(start[0]))
        {
            return null;
        }

        if (carrier != TreeObjective.Logistic)
        {
            return start[0];
        }

        float guess = 1 / (1 + MathF.Exp(-start[0]));
        foreach (float score in (ReadOnlySpan<float>)[guess, MathF.BitDecrement(guess), MathF.BitIncrement(guess)])
        {
            if (score is > 0 and < 1 && Margin(carrier, score) == start[0])
            {
                return score;
            }
        }

        return null;
    }
}
