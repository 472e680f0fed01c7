namespace Moliere.Tagging.Displaced;

/// <summary>Probabilities of the classes of one jet.</summary>
internal static class ClassScores
{
    /// <summary>Turns logits into probabilities in place; the largest is subtracted first, so none overflows.</summary>
    public static void Softmax(Span<float> row)
    {
        double sum = 0, most = double.NegativeInfinity;
        foreach (float logit in row)
        {
            most = Math.Max(most, logit);
        }

        foreach (float logit in row)
        {
            sum += Math.Exp(logit - most);
        }

        for (int i = 0; i < row.Length; i++)
        {
            row[i] = (float)(Math.Exp(row[i] - most) / sum);
        }
    }
}
