// covers: SourceLanguage, SourceFile
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Sources;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Trees.Sources;

/// <summary>Programs are compiled and run; margins are compared by their bits.</summary>
public sealed class TreeSourceTests
{
    private static readonly string[] s_names =
        ["pt", "3d", "class", "a b", "a/b", "μ\n\"\\ ??/", "", "Feature"];

    private static readonly string[] s_references =
        ["System.Private.CoreLib", "System.Runtime", "System.Linq", "System.Console", "System.Collections"];

    private static readonly string[] s_strict = ["-std=c++17", "-Wall", "-Wextra", "-Werror", "-O1"];

    // Objective, margins and rows: the full number for one, enough to see what margins mean for the others.
    public static TheoryData<TreeObjective, int, int> Models => new()
    {
        { TreeObjective.Squared, 1, 1000 }, { TreeObjective.Logistic, 1, 1000 },
        { TreeObjective.MultiClass, 3, 100_000 }, { TreeObjective.Gaussian, 2, 1000 },
    };

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(Models))]
    public void CSharp_GivesTheBitsOfTheModel(TreeObjective objective, int margins, int count)
    {
        BoostedTrees model = Model(24, objective, margins);
        float[] rows = RandomForest.Rows(count, s_names.Length), found = new float[count * margins];
        Type type = Compiled(model);
        var function = type.GetMethod("Margins")!.CreateDelegate<Action<float[], float[]>>();
        float[] row = new float[s_names.Length], result = new float[margins];
        for (int i = 0; i < count; i++)
        {
            Array.Copy(rows, i * row.Length, row, 0, row.Length);
            function(row, result);
            result.CopyTo(found, i * margins);
        }

        AssertSameBits(Expected(model, rows), found);
        type.GetMethod("Values")!.CreateDelegate<Action<float[], float[]>>()(row, result);
        AssertMeaning(objective, found[^margins..], result);
        Type features = type.GetNestedType("Feature")!;
        Assert.Equal(2, features.GetField("class_2")!.GetRawConstantValue());
        Assert.Equal(s_names, (string[])type.GetField("FeatureNames")!.GetValue(null)!);
    }

    [SkippableTheory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(Models))]
    public void Cpp_GivesTheBitsOfTheModel(TreeObjective objective, int margins, int count)
    {
        BoostedTrees model = Model(24, objective, margins);
        using TempFolder folder = Written(model, SourceLanguage.Cpp);
        folder.Write("main.cpp", """
            #include "brt.hpp"
            #include <cstdio>
            int main() {
                float row[brt::feature_count], result[brt::margin_count];
                std::FILE* in = std::fopen("rows", "rb");
                std::FILE* out = std::fopen("margins", "wb");
                while (std::fread(row, sizeof row, 1, in) == 1) {
                    brt::margins(row, result);
                    std::fwrite(result, sizeof result, 1, out);
                }
                brt::values(row, result);
                std::fwrite(result, sizeof result, 1, out);
                std::printf("%d %s", brt::feature::class_2, brt::feature_names[5]);
                return std::fclose(out);
            }
            """);
        string[] made = [.. s_strict, "main.cpp", "-o", "main"];
        Assert.Equal((0, ""), OutsideProgram.RunOrSkip(folder.FullName, "g++", made));
        float[] found = RunWithRows(folder, count, folder.At("main"), [], out string text);
        Assert.Equal($"2 {s_names[5]}", text);
        AssertSameBits(Expected(model, RandomForest.Rows(count, s_names.Length)), found[..^margins]);
        AssertMeaning(objective, found[^(2 * margins)..^margins], found[^margins..]);
    }

    [SkippableFact]
    [Trait("Speed", "Slow")]
    public void CheckOfCpp_ComparesTheExamplesAndRefusesFastMathematics()
    {
        using TempFolder folder = Written(Model(24, TreeObjective.MultiClass, 3), SourceLanguage.Cpp);
        Assert.Equal((0, ""), OutsideProgram.RunOrSkip(folder.FullName, "g++", [.. s_strict, "brt_check.cpp"]));
        var agreed = (0, "20 rows, 0 differ\n");
        Assert.Equal(agreed, OutsideProgram.RunOrSkip(folder.FullName, folder.At("a.out"), "brt.csv"));
        Assert.NotEqual(0, OutsideProgram.RunOrSkip(folder.FullName, "g++", "-ffast-math", "brt_check.cpp").ExitCode);
    }

    [SkippableTheory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(Models))]
    public void Python_GivesTheBitsOfTheModel(TreeObjective objective, int margins, int count)
    {
        BoostedTrees model = Model(6, objective, margins);
        using TempFolder folder = Written(model, SourceLanguage.Python);
        folder.Write("main.py", """
            import array, brt
            rows = array.array("f", open("rows", "rb").read())
            found = array.array("f")
            for i in range(0, len(rows), brt.FEATURE_COUNT):
                found.extend(brt.margins(rows[i:i + brt.FEATURE_COUNT]))
            found.extend(brt.values(rows[-brt.FEATURE_COUNT:]))
            assert brt.margins([1e300] * brt.FEATURE_COUNT) == brt.margins([brt.INF] * brt.FEATURE_COUNT)
            open("margins", "wb").write(found.tobytes())
            print(list(brt.FEATURES)[5], brt.FEATURES["class"], end="")
            """);
        float[] found = RunWithRows(folder, count, "python3", ["-X", "utf8", "main.py"], out string text);
        Assert.Equal($"{s_names[5]} 2", text);
        AssertSameBits(Expected(model, RandomForest.Rows(count, s_names.Length)), found[..^margins]);
        AssertMeaning(objective, found[^(2 * margins)..^margins], found[^margins..]);
        Assert.Equal((0, "20 rows, 0 differ\n"), OutsideProgram.RunOrSkip(folder.FullName, "python3", "brt.py"));
        string examples = File.ReadAllText(folder.At("brt.csv"));
        folder.Write("wrong.csv", examples[..(examples.LastIndexOf(',') + 1)] + "7\n");
        (int code, string said) = OutsideProgram.RunOrSkip(folder.FullName, "python3", "brt.py", "wrong.csv");
        Assert.Equal((1, "20 rows, 1 differ\n"), (code, said));
    }

    [Fact]
    public void CheckOfCSharp_ComparesTheExamples()
    {
        BoostedTrees model = Model(24, TreeObjective.MultiClass, 3);
        using TempFolder folder = Written(model, SourceLanguage.CSharp);
        MethodInfo main = Assembly(OutputKind.ConsoleApplication, model).EntryPoint!;
        Assert.Equal(0, main.Invoke(null, [new[] { folder.At("brt.csv") }]));
        string text = File.ReadAllText(folder.At("brt.csv"));
        Assert.Equal("pt,x3d,class_2,a_b_3,a_b_4,x_5,x_6,Feature_7,margin_0,margin_1,margin_2", text.Split('\n')[0]);
        Assert.Contains("NaN", text, StringComparison.Ordinal);
        folder.Write("wrong.csv", text.Replace("NaN", "0", StringComparison.Ordinal));
        Assert.Equal(1, main.Invoke(null, [new[] { folder.At("wrong.csv") }]));
    }

    [Fact]
    public void ModelWithoutTrees_IsItsStart()
    {
        BoostedTrees model = new()
        {
            Trees = [],
            Objective = TreeObjective.Squared,
            Start = [-0.0f],
            Features = [],
        };
        float[] result = [1];
        Compiled(model).GetMethod("Margins")!.CreateDelegate<Action<float[], float[]>>()([], result);
        Assert.True(float.IsNegative(result[0]));
    }

    [Fact]
    public void TreesThatAreNone_AreRefused()
    {
        BoostedTrees model = Model(1, TreeObjective.Squared, 1);
        Tree tree = model.Trees[0];
        var cycle = model with { Trees = [tree with { Left = [.. tree.Left.Select(child => child < 0 ? -1 : 0)] }] };
        Assert.Contains("reaches a node twice", Message(cycle));
        Assert.Contains("by feature", Message(model with { Features = ["only"] }));

        static string Message(BoostedTrees model) => Assert.Throws<ArgumentException>(
            () => TreeSource.Print(model, SourceLanguage.Cpp, "brt", [])).Message;
    }

    [Fact]
    public void NotesAndNames_CannotLeaveTheirComment()
    {
        string text = TreeSource.Print(
            Model(1, TreeObjective.Squared, 1), SourceLanguage.Cpp, "1 2", ["ends\n#error in \\"])[0].Text;
        Assert.StartsWith("// ends?#error in ?\n", text, StringComparison.Ordinal);
        Assert.Contains("namespace x1_2 {", text, StringComparison.Ordinal);
    }

    private static BoostedTrees Model(int trees, TreeObjective objective, int margins)
    {
        BoostedTrees drawn = RandomForest.Model(trees, s_names.Length, depth: 5, objective, margins);
        Tree first = drawn.Trees[0];
        float[] odd = [float.Epsilon, -1e-41f, -0.0f, 12.25f, 0.1f];
        float[] values = [.. first.Value.Select((value, node) => node % 2 == 0 ? value : odd[node % odd.Length])];
        return drawn with { Features = s_names, Trees = [first with { Value = values }, .. drawn.Trees.Skip(1)] };
    }

    private static float[] Expected(BoostedTrees model, float[] rows)
    {
        int count = rows.Length / s_names.Length;
        float[] margins = new float[count * model.MarginCount];
        using var predictor = new TreePredictor(model, threads: 1);
        predictor.Predict(rows, count, margins);
        return margins;
    }

    private static void AssertSameBits(float[] expected, float[] found) => Assert.True(
        MemoryMarshal.AsBytes<float>(expected).SequenceEqual(MemoryMarshal.AsBytes<float>(found)), "bits differ");

    private static void AssertMeaning(TreeObjective objective, float[] margins, float[] values)
    {
        double sum = margins.Sum(margin => Math.Exp(margin));
        double[] expected = objective switch
        {
            TreeObjective.Logistic => [1 / (1 + Math.Exp(-margins[0]))],
            TreeObjective.MultiClass => [.. margins.Select(margin => Math.Exp(margin) / sum)],
            TreeObjective.Gaussian => [margins[0], Math.Exp(margins[1])],
            _ => [margins[0]],
        };
        Assert.All(expected.Zip(values), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * Math.Max(1, pair.First)));
    }

    private static TempFolder Written(BoostedTrees model, SourceLanguage language)
    {
        TempFolder folder = new();
        foreach (SourceFile file in TreeSource.Print(model, language, "brt", ["Trees of a test."]))
        {
            folder.Write(file.Name, file.Text);
        }

        return folder;
    }

    private static float[] RunWithRows(
        TempFolder folder, int count, string program, string[] arguments, out string text)
    {
        float[] rows = RandomForest.Rows(count, s_names.Length);
        folder.Write("rows", MemoryMarshal.AsBytes<float>(rows).ToArray());
        (int code, text) = OutsideProgram.RunOrSkip(folder.FullName, program, arguments);
        Assert.True(code == 0, text);
        return MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(folder.At("margins"))).ToArray();
    }

    private static Type Compiled(BoostedTrees model) =>
        Assembly(OutputKind.DynamicallyLinkedLibrary, model).GetType("MoliereTrees.brt")!;

    private static Assembly Assembly(OutputKind kind, BoostedTrees model)
    {
        string[] names = kind == OutputKind.ConsoleApplication ? ["brt.cs", "brt_check.cs"] : ["brt.cs"];
        string[] texts = [.. TreeSource.Print(model, SourceLanguage.CSharp, "brt", [])
            .Where(file => names.Contains(file.Name)).Select(file => file.Text)];
        var old = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp7_3);
        string[] trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        CSharpCompilation compilation = CSharpCompilation.Create(
            $"brt_{Guid.NewGuid():N}", texts.Select(text => CSharpSyntaxTree.ParseText(text, old)),
            trusted.Where(path => s_references.Contains(Path.GetFileNameWithoutExtension(path)))
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(kind, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 4));
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Select(found => found.ToString()));
        return System.Reflection.Assembly.Load(image.ToArray());
    }
}
