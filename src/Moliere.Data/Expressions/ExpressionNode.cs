using System.Globalization;

namespace Moliere.Data.Expressions;

/// <summary>A part of an expression; conditions are numbers that are 0 or 1.</summary>
internal abstract record ExpressionNode
{
    /// <summary>Character of the text at which it, or its operator, stands, counted from 1.</summary>
    public int Position { get; init; }

    public abstract bool IsCondition { get; }

    /// <summary>What it is made of, from left to right.</summary>
    public abstract IReadOnlyList<ExpressionNode> Parts { get; }

    /// <summary>Columns in order of appearance, repetitions included.</summary>
    public IEnumerable<string> Columns
    {
        get
        {
            var ahead = new Stack<ExpressionNode>([this]);
            while (ahead.TryPop(out ExpressionNode? node))
            {
                if (node is ColumnNode column)
                {
                    yield return column.Name;
                }

                foreach (ExpressionNode part in node.Parts.Reverse())
                {
                    ahead.Push(part);
                }
            }
        }
    }
}

internal sealed record ColumnNode(string Name) : ExpressionNode
{
    public override bool IsCondition => false;

    public override IReadOnlyList<ExpressionNode> Parts => [];

    public override string ToString() => Name;
}

internal sealed record NumberNode(double Value) : ExpressionNode
{
    public override bool IsCondition => false;

    public override IReadOnlyList<ExpressionNode> Parts => [];

    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
}

internal sealed record UnaryNode(UnaryOperation Operation, ExpressionNode Operand) : ExpressionNode
{
    public override bool IsCondition => Operation.GivesCondition;

    public override IReadOnlyList<ExpressionNode> Parts => [Operand];

    public override string ToString() => $"{Operation.Symbol}({Operand})";
}

internal sealed record BinaryNode(BinaryOperation Operation, ExpressionNode Left, ExpressionNode Right) : ExpressionNode
{
    public override bool IsCondition => Operation.GivesCondition;

    public override IReadOnlyList<ExpressionNode> Parts => [Left, Right];

    public override string ToString() =>
        Operation.IsFunction ? $"{Operation.Symbol}({Left}, {Right})" : $"({Left} {Operation.Symbol} {Right})";
}

/// <summary>One value per row from the list of that row.</summary>
internal sealed record ReduceNode(Reduction Reduction, ExpressionNode List) : ExpressionNode
{
    public override bool IsCondition => Reduction.GivesCondition;

    public override IReadOnlyList<ExpressionNode> Parts => [List];

    public override string ToString() => $"{Reduction.Symbol}({List})";
}

/// <summary>
/// Elements of a list: those where a list of conditions is true, the one at a number, or those at a list of numbers.
/// </summary>
internal sealed record IndexNode(ExpressionNode List, ExpressionNode Index) : ExpressionNode
{
    public override bool IsCondition => false;

    public override IReadOnlyList<ExpressionNode> Parts => [List, Index];

    /// <summary>
    /// Whether negative indices count from the end: those that are written do; those that come from columns mean "none"
    /// in files.
    /// </summary>
    public bool CountsFromEnd { get; } = !Index.Columns.Any();

    public override string ToString() => $"{List}[{Index}]";
}
