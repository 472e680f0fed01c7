using System.CommandLine;

namespace Moliere.Cli.Commands;

/// <summary>The columns of the study <c>regress</c> on the command line.</summary>
internal static class ColumnOptions
{
    /// <summary>What is to be predicted; optional.</summary>
    public static Option<string?> Target() => new("--target")
    {
        Description = "For regress: column or expression to predict; the same as --set target=NAME.",
        HelpName = "NAME",
    };

    /// <summary>What it is predicted from; optional.</summary>
    public static Option<string?> Features() => new("--features")
    {
        Description = "For regress: columns or expressions to predict from, between commas. Default: all others.",
        HelpName = "A,B,C",
    };

    /// <summary>The parts between commas outside brackets, blanks around them removed; null stays null.</summary>
    /// <param name="list">For instance <c>a, max(b, c)</c>.</param>
    public static IReadOnlyList<string>? Split(string? list)
    {
        if (list is null)
        {
            return null;
        }

        var parts = new List<string>();
        int depth = 0, start = 0;
        for (int i = 0; i < list.Length; i++)
        {
            depth += list[i] == '(' ? 1 : list[i] == ')' ? -1 : 0;
            if (list[i] == ',' && depth == 0)
            {
                parts.Add(list[start..i].Trim());
                start = i + 1;
            }
        }

        parts.Add(list[start..].Trim());
        return parts;
    }
}
