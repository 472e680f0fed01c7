using System.Globalization;

namespace Moliere.Learning.Trees.Sources;

/// <summary>
/// Boosted trees as a program without dependencies: functions from features to margins and to what they mean. Margins
/// have the bits of <see cref="TreePredictor"/> for every row, missing numbers, ties and infinities included: all
/// programs compare and add in single precision in the same order. Equal models give equal texts.
/// </summary>
/// <source>
/// Trees as arrays and a loop: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning (2009), section 9.2;
/// single precision: IEEE 754-2019, sections 4.3.1 and 5.4.1.
/// </source>
public static class TreeSource
{
    /// <summary>Prints a model.</summary>
    /// <param name="model">Sound trees; none is allowed.</param>
    /// <param name="language">Of the program.</param>
    /// <param name="name">
    /// Name of the files without their endings; with other signs than letters, digits and _ replaced, also that of
    /// namespace or class.
    /// </param>
    /// <param name="notes">Sentences for the head of the program, such as where the trees come from.</param>
    /// <returns>
    /// The source first, then example rows with their margins, then a program that compares both (Python: the source
    /// itself does).
    /// </returns>
    /// <exception cref="ArgumentException">A tree has a cycle or looks at a feature that the model has not.</exception>
    public static IReadOnlyList<SourceFile> Print(
        BoostedTrees model, SourceLanguage language, string name, IReadOnlyList<string> notes)
    {
        var program = new TreeProgram(model, name, notes);
        SourceFile examples = new($"{name}.csv", ExampleRows.Csv(model, program.Features), "20 rows and their margins");
        return language switch
        {
            SourceLanguage.Cpp =>
            [
                new($"{name}.hpp", CppSource.Header(program), "the trees"), examples,
                new($"{name}_check.cpp", CppSource.Check(program), "compares both"),
            ],
            SourceLanguage.CSharp =>
            [
                new($"{name}.cs", CSharpSource.Class(program), "the trees"), examples,
                new($"{name}_check.cs", CSharpSource.Check(program), "compares both"),
            ],
            SourceLanguage.Python =>
                [new($"{name}.py", PythonSource.Module(program), "the trees, and a comparison"), examples],
            _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language."),
        };
    }

    /// <summary>Ending of the source of a language, with its dot.</summary>
    /// <param name="language">Of the program.</param>
    public static string Ending(SourceLanguage language) => language switch
    {
        SourceLanguage.Cpp => ".hpp",
        SourceLanguage.CSharp => ".cs",
        _ => ".py",
    };

    /// <summary>Fewest digits that read back to the same double, hence to the same float.</summary>
    internal static string Exact(float value) => ((double)value).ToString("R", CultureInfo.InvariantCulture);
}
