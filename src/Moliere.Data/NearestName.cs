namespace Moliere.Data;

/// <summary>Finds the valid names closest to a misspelt one, for error messages.</summary>
public static class NearestName
{
    /// <summary>The closest names, nearest first, ties in the order given.</summary>
    /// <param name="name">What the user wrote.</param>
    /// <param name="valid">What would have been valid; may be empty.</param>
    /// <param name="count">How many to return at the most.</param>
    public static string[] Of(string name, IEnumerable<string> valid, int count = 1) =>
        [.. valid.OrderBy(v => Distance(name.ToLowerInvariant(), v.ToLowerInvariant())).Take(count)];

    // Levenshtein distance with one row of the dynamic-programming table.
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
