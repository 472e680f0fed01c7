namespace Moliere.Data.Expressions;

/// <summary>
/// An operation on one value; a logical one takes and gives a condition, the others take and give numbers.
/// </summary>
internal sealed record UnaryOperation(string Symbol, Func<double, double> Apply, bool IsLogical = false);

/// <summary>An operation on two values.</summary>
internal sealed record BinaryOperation(
    string Symbol,
    Func<double, double, double> Apply,
    bool TakesConditions,
    bool GivesCondition,
    bool IsFunction = false);

/// <summary>All operations an expression can use. A comparison with NaN is false, "!=" included.</summary>
internal static class Operations
{
    public static readonly UnaryOperation[] Prefixes =
    [
        new("-", a => -a),
        new("!", a => 1 - a, IsLogical: true),
    ];

    public static readonly UnaryOperation[] Functions =
    [
        new("abs", Math.Abs),
        new("log", Math.Log),
        new("log10", Math.Log10),
        new("sqrt", Math.Sqrt),
        new("exp", Math.Exp),
    ];

    public static readonly BinaryOperation[] PairFunctions =
    [
        new("min", Math.Min, false, false, IsFunction: true),
        new("max", Math.Max, false, false, IsFunction: true),
    ];

    public static readonly BinaryOperation[] Binaries =
    [
        new("+", (a, b) => a + b, false, false),
        new("-", (a, b) => a - b, false, false),
        new("*", (a, b) => a * b, false, false),
        new("/", (a, b) => a / b, false, false),
        new("<", (a, b) => a < b ? 1 : 0, false, true),
        new("<=", (a, b) => a <= b ? 1 : 0, false, true),
        new(">", (a, b) => a > b ? 1 : 0, false, true),
        new(">=", (a, b) => a >= b ? 1 : 0, false, true),
        new("==", (a, b) => a == b ? 1 : 0, false, true),
        new("!=", (a, b) => a < b || a > b ? 1 : 0, false, true),
        new("&&", (a, b) => a * b, true, true),
        new("||", Math.Max, true, true),
    ];

    public static IEnumerable<string> FunctionNames =>
        Functions.Select(f => f.Symbol).Concat(PairFunctions.Select(f => f.Symbol));
}
