using Moliere.Data.Expressions;

namespace Moliere.Cli.Recipes;

/// <summary>Checks expressions of a recipe before any file is opened.</summary>
internal static class ExpressionRule
{
    /// <summary>What is wrong with a text; null where it can be used.</summary>
    /// <param name="text">An expression.</param>
    /// <param name="wantsCondition">Whether it must be a condition rather than a number.</param>
    public static string? Problem(string text, bool wantsCondition)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return $"found no text, expected {(wantsCondition ? "a condition such as 'pt > 20'" : "a number")}.";
        }

        try
        {
            bool isCondition = Expression.Parse(text).IsCondition;
            return isCondition == wantsCondition ? null
                : wantsCondition ? $"'{text}' is a number, expected a condition such as 'pt > 20'."
                : $"'{text}' is a condition, expected a number.";
        }
        catch (ExpressionException error)
        {
            return error.Message;
        }
    }
}
