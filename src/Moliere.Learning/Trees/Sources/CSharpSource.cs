using System.Globalization;

namespace Moliere.Learning.Trees.Sources;

/// <summary>Trees as a class of C# 7.3.</summary>
/// <source>ECMA-334 (2022), section 8.3.7: a cast rounds what may have been computed with more digits.</source>
internal static class CSharpSource
{
    public static string Class(TreeProgram program) =>
        $"{Top(program)}\n{Data(program)}\n{Functions(program)}".ReplaceLineEndings("\n");

    private static string Top(TreeProgram program)
    {
        BoostedTrees model = program.Model;
        return $$"""
            {{string.Join('\n', program.Notes.Select(note => $"// {note}"))}}
            using System;

            namespace MoliereTrees
            {
                public static class {{program.Name}}
                {
                    /// <summary>Position of each feature in a row.</summary>
                    public static class Feature
                    {
            {{Features(program)}}
                    }

                    public const int FeatureCount = {{model.Features.Count}};
                    public const int MarginCount = {{model.MarginCount}};
                    public const int TreeCount = {{model.Trees.Count}};

                    public static readonly string[] FeatureNames =
                    {
            {{TreeProgram.Lines(model.Features, Identifiers.Literal, "            ", "\"\"")}}
                    };

            """;
    }

    private static string Data(TreeProgram program) => $$"""
                private static readonly float[] Start =
                {
        {{TreeProgram.Lines(program.Model.Start, Number, "            ", "0")}}
                };

                // First node of each tree.
                private static readonly int[] Root =
                {
        {{TreeProgram.Lines(program.Roots, Whole, "            ", "0")}}
                };

                // Twice the feature of a node, plus 1 where rows without it go right; -1 for a leaf.
                private static readonly int[] Slot =
                {
        {{TreeProgram.Lines(program.Slots, Whole, "            ", "0")}}
                };

                // Left child of a node; the right one follows it.
                private static readonly int[] Left =
                {
        {{TreeProgram.Lines(program.Left, Whole, "            ", "0")}}
                };

                // Threshold of a node, below which rows go left; value of a leaf.
                private static readonly float[] Number =
                {
        {{TreeProgram.Lines(program.Numbers, Number, "            ", "0")}}
                };

        """;

    private static string Functions(TreeProgram program) => $$"""
                /// <summary>Margins [MarginCount] of a row [FeatureCount].</summary>
                public static void Margins(float[] row, float[] result)
                {
                    Array.Copy(Start, result, MarginCount);
                    for (int tree = 0; tree < TreeCount; tree++)
                    {
                        int node = Root[tree];
                        while (Slot[node] >= 0)
                        {
                            float x = row[Slot[node] >> 1];
                            bool isRight = float.IsNaN(x) ? (Slot[node] & 1) != 0 : !(x < Number[node]);
                            node = Left[node] + (isRight ? 1 : 0);
                        }

                        result[tree % MarginCount] = (float)(result[tree % MarginCount] + Number[node]);
                    }
                }

                /// <summary>{{char.ToUpperInvariant(program.Meaning[0])}}{{program.Meaning[1..]}}.</summary>
                public static void Values(float[] row, float[] result)
                {
                    Margins(row, result);
        {{Values(program.Model.Objective)}}        }
            }
        }

        """;

    public static string Check(TreeProgram program) => $$"""
        // Compares {{program.FileName}}.cs with the rows of {{program.FileName}}.csv, bit by bit: the program of a
        // console project that holds both files; its argument is the path of the rows.
        using System;
        using System.Globalization;
        using System.IO;
        using System.Linq;
        using MoliereTrees;

        internal static class Check
        {
            private static int Main(string[] arguments)
            {
                string path = arguments.Length > 0 ? arguments[0] : "{{program.FileName}}.csv";
                int rows = 0, differences = 0;
                foreach (string line in File.ReadLines(path).Skip(1))
                {
                    float[] numbers = line.Split(',').Select(Parse).ToArray();
                    float[] margins = new float[{{program.Name}}.MarginCount];
                    {{program.Name}}.Margins(numbers, margins);
                    rows++;
                    differences += margins.Select(BitConverter.GetBytes).Zip(
                        numbers.Skip({{program.Name}}.FeatureCount).Select(BitConverter.GetBytes),
                        (a, b) => a.SequenceEqual(b)).All(isEqual => isEqual) ? 0 : 1;
                }

                Console.WriteLine(rows + " rows, " + differences + " differ");
                return rows > 0 && differences == 0 ? 0 : 1;
            }

            private static float Parse(string cell)
            {
                return (float)double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
            }
        }

        """.ReplaceLineEndings("\n");

    /// <summary>A literal with exactly these bits.</summary>
    internal static string Number(float value) => value switch
    {
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ => $"{value.ToString("R", CultureInfo.InvariantCulture)}f",
    };

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Features(TreeProgram program) => string.Join('\n', program.Features.Select((name, i) =>
        $"            public const int {name} = {i}; // {Identifiers.Literal(program.Model.Features[i])}"));

    private static string Values(TreeObjective objective) => objective switch
    {
        TreeObjective.Logistic => """
                        result[0] = (float)(1 / (1 + Math.Exp(-(double)result[0])));

            """,
        TreeObjective.Gaussian => """
                        result[1] = (float)Math.Exp(result[1]);

            """,
        TreeObjective.MultiClass => """
                        double[] shares = new double[MarginCount];
                        double largest = result[0], sum = 0;
                        for (int k = 1; k < MarginCount; k++)
                        {
                            largest = Math.Max(largest, result[k]);
                        }

                        for (int k = 0; k < MarginCount; k++)
                        {
                            sum += shares[k] = Math.Exp(result[k] - largest);
                        }

                        for (int k = 0; k < MarginCount; k++)
                        {
                            result[k] = (float)(shares[k] / sum);
                        }

            """,
        _ => "",
    };
}
