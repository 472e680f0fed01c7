using System.Globalization;

namespace Moliere.Learning.Trees.Sources;

/// <summary>
/// Trees as a module of Python. Its numbers are doubles; an array of the type "f" rounds what is stored in it to
/// single precision. A sum of two floats that is rounded to double and then to float is the rounded sum, since a double
/// has more than twice the digits.
/// </summary>
/// <source>Figueroa, ACM SIGNUM Newsletter 30 (1995) 21: "When is double rounding innocuous?", section 4.</source>
internal static class PythonSource
{
    public static string Module(TreeProgram program) =>
        $"{Data(program)}\n{Functions(program)}\n{Check(program)}".ReplaceLineEndings("\n");

    private static string Data(TreeProgram program)
    {
        BoostedTrees model = program.Model;
        return $$"""
            {{string.Join('\n', program.Notes.Select(note => $"# {note}"))}}
            import math
            import sys
            from array import array

            INF = float("inf")
            NAN = float("nan")

            FEATURE_COUNT = {{model.Features.Count}}
            MARGIN_COUNT = {{model.MarginCount}}
            TREE_COUNT = {{model.Trees.Count}}

            # Position of each feature in a row.
            FEATURES = {
            {{Features(program)}}
            }

            START = array("f", [
            {{TreeProgram.Lines(model.Start, Number, "    ", "0.0")}}
            ])

            # First node of each tree.
            ROOT = array("i", [
            {{TreeProgram.Lines(program.Roots, Whole, "    ", "0")}}
            ])

            # Twice the feature of a node, plus 1 where rows without it go right; -1 for a leaf.
            SLOT = array("i", [
            {{TreeProgram.Lines(program.Slots, Whole, "    ", "0")}}
            ])

            # Left child of a node; the right one follows it.
            LEFT = array("i", [
            {{TreeProgram.Lines(program.Left, Whole, "    ", "0")}}
            ])

            # Threshold of a node, below which rows go left; value of a leaf.
            NUMBER = array("f", [
            {{TreeProgram.Lines(program.Numbers, Number, "    ", "0.0")}}
            ])

            """;
    }

    private static string Functions(TreeProgram program) => $$""""

        def margins(row):
            """Margins of a row of FEATURE_COUNT numbers, which are rounded to single precision."""
            if len(row) != FEATURE_COUNT:
                raise ValueError("a row has %d features, not %d" % (FEATURE_COUNT, len(row)))
            x = array("f", row)
            sums = array("f", START)
            for tree in range(TREE_COUNT):
                node = ROOT[tree]
                slot = SLOT[node]
                while slot >= 0:
                    number = x[slot >> 1]
                    if number != number:
                        node = LEFT[node] + (slot & 1)
                    elif number < NUMBER[node]:
                        node = LEFT[node]
                    else:
                        node = LEFT[node] + 1
                    slot = SLOT[node]
                sums[tree % MARGIN_COUNT] += NUMBER[node]
            return list(sums)


        def values(row):
            """{{char.ToUpperInvariant(program.Meaning[0])}}{{program.Meaning[1..]}}."""
            result = margins(row)
        {{Values(program.Model.Objective)}}

        """";

    private static string Check(TreeProgram program) => $$""""

        def check(path):
            """Number of rows of a file of examples, and of those that differ in a bit."""
            rows = differences = 0
            with open(path) as lines:
                next(lines)
                for line in lines:
                    numbers = [float(cell) for cell in line.split(",")]
                    found = array("f", margins(numbers[:FEATURE_COUNT]))
                    rows += 1
                    differences += found.tobytes() != array("f", numbers[FEATURE_COUNT:]).tobytes()
            return rows, differences


        if __name__ == "__main__":
            counts = check(sys.argv[1] if len(sys.argv) > 1 else {{Identifiers.Literal(program.FileName + ".csv")}})
            print("%d rows, %d differ" % counts)
            sys.exit(0 if counts[0] > 0 and counts[1] == 0 else 1)

        """";

    /// <summary>A literal of the double that the float is: rounded only once.</summary>
    internal static string Number(float value) => value switch
    {
        float.NaN => "NAN",
        float.PositiveInfinity => "INF",
        float.NegativeInfinity => "-INF",
        _ => TreeSource.Exact(value),
    };

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Features(TreeProgram program) => string.Join('\n', program.Model.Features.Select((name, i) =>
        $"    {Identifiers.Literal(name)}: {i},"));

    private static string Values(TreeObjective objective) => objective switch
    {
        TreeObjective.Logistic => """
                if result[0] < 0:
                    share = math.exp(result[0])
                    return [share / (1 + share)]
                return [1 / (1 + math.exp(-result[0]))]
            """,
        TreeObjective.Gaussian => """
                return [result[0], math.exp(result[1])]
            """,
        TreeObjective.MultiClass => """
                largest = max(result)
                shares = [math.exp(margin - largest) for margin in result]
                return [share / sum(shares) for share in shares]
            """,
        _ => """
                return result
            """,
    };
}
