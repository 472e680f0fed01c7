namespace Moliere.Data.Expressions;

/// <summary>An expression cannot be understood; the message quotes it and says position, found and expected.</summary>
public sealed class ExpressionException : Exception
{
    /// <summary>An error with a sentence for the user.</summary>
    /// <param name="text">The whole expression.</param>
    /// <param name="position">
    /// Character at which the error lies, counted from 1; 0 for the expression as a whole.
    /// </param>
    /// <param name="problem">What was found and what was expected, without a full stop.</param>
    public ExpressionException(string text, int position, string problem)
        : base($"In the expression '{text}'{(position > 0 ? $", position {position}" : "")}: {problem}.") =>
        (Position, Problem) = (position, problem);

    internal ExpressionException(string text, int position, string problem, int row)
        : this(text, position, $"{problem} in row {row}") => (Problem, Row) = (problem, row);

    /// <summary>Character at which the error lies, counted from 1; 0 for the expression as a whole.</summary>
    public int Position { get; }

    /// <summary>What was found and what was expected, without the expression and the row.</summary>
    public string Problem { get; }

    /// <summary>Row of the table whose values do not go together, from 0; null where the text is to blame.</summary>
    public int? Row { get; }
}
