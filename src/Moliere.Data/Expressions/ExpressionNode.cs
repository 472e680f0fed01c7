using System.Globalization;

namespace Moliere.Data.Expressions;

/// <summary>A part of an expression; conditions are numbers that are 0 or 1.</summary>
internal abstract record ExpressionNode
{
    public abstract bool IsCondition { get; }

    /// <summary>Columns in order of appearance, repetitions included.</summary>
    public abstract IEnumerable<string> Columns { get; }
}

internal sealed record ColumnNode(string Name) : ExpressionNode
{
    public override bool IsCondition => false;

    public override IEnumerable<string> Columns => [Name];

    public override string ToString() => Name;
}

internal sealed record NumberNode(double Value) : ExpressionNode
{
    public override bool IsCondition => false;

    public override IEnumerable<string> Columns => [];

    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
}

internal sealed record UnaryNode(UnaryOperation Operation, ExpressionNode Operand) : ExpressionNode
{
    public override bool IsCondition => Operation.IsLogical;

    public override IEnumerable<string> Columns => Operand.Columns;

    public override string ToString() => $"{Operation.Symbol}({Operand})";
}

internal sealed record BinaryNode(BinaryOperation Operation, ExpressionNode Left, ExpressionNode Right) : ExpressionNode
{
    public override bool IsCondition => Operation.GivesCondition;

    public override IEnumerable<string> Columns => Left.Columns.Concat(Right.Columns);

    public override string ToString() =>
        Operation.IsFunction ? $"{Operation.Symbol}({Left}, {Right})" : $"({Left} {Operation.Symbol} {Right})";
}
