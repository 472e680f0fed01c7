namespace Moliere.Cli.Recipes.JetsInsitu;

/// <summary>Names of the compared jets in tables, figures and files.</summary>
internal static class InsituMethods
{
    /// <summary>Jets as they came, at one constant scale.</summary>
    public const string Input = "input";

    /// <summary>The network after simulation alone.</summary>
    public const string Likelihood = "nll-only";

    /// <summary>The network after data.</summary>
    public const string Tuned = "insitu";

    /// <summary>Name of a failure mode.</summary>
    /// <param name="mode">Which.</param>
    public static string NameOf(FailureMode mode) => RecipeText.Write(mode, typeof(FailureMode)).Replace('_', '-');
}
