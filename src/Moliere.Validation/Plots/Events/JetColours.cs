namespace Moliere.Validation.Plots.Events;

/// <summary>Colours of the leading jets; further jets share a grey. Numbers beside them say the same.</summary>
/// <source>Okabe and Ito, "Color Universal Design" (2008), lightened for a dark ground.</source>
internal static class JetColours
{
    private static readonly string[] Colours = ["#56b4e9", "#2fe0a5", "#ff9ad5", "#c9a6ff", "#9ee7ff", "#c8f08f"];

    /// <summary>Colour of what belongs to no jet.</summary>
    public const string Other = "#6b7686";

    /// <summary>Colour of a jet by its rank from 0.</summary>
    public static string Of(int rank) => rank < Colours.Length ? Colours[rank] : "#aab4c2";

    /// <summary>The same as a style of its own, which a style sheet for all texts does not override.</summary>
    public static string Fill(int rank) => $"fill:{Of(rank)}";
}
