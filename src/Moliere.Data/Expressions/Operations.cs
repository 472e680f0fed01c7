namespace Moliere.Data.Expressions;

/// <summary>An operation on one value.</summary>
internal sealed record UnaryOperation(
    string Symbol,
    Func<double, double> Apply,
    bool TakesCondition = false,
    bool GivesCondition = false);

/// <summary>An operation on two values.</summary>
internal sealed record BinaryOperation(
    string Symbol,
    Func<double, double, double> Apply,
    bool TakesConditions,
    bool GivesCondition,
    bool IsFunction = false,
    bool TakesMore = false);

/// <summary>All operations on values an expression can use. A comparison with NaN is false, "!=" included.</summary>
internal static class Operations
{
    public static readonly UnaryOperation[] Prefixes =
    [
        new("-", a => -a),
        new("!", a => 1 - a, TakesCondition: true, GivesCondition: true),
    ];

    public static readonly UnaryOperation[] Functions =
    [
        new("abs", Math.Abs),
        new("log", Math.Log),
        new("log10", Math.Log10),
        new("sqrt", Math.Sqrt),
        new("exp", Math.Exp),
        new("sin", Math.Sin),
        new("cos", Math.Cos),
        new("tan", Math.Tan),
        new("sinh", Math.Sinh),
        new("cosh", Math.Cosh),
        new("tanh", Math.Tanh),
        new("floor", Math.Floor),
        new("isnan", a => double.IsNaN(a) ? 1 : 0, GivesCondition: true),
        new("isfinite", a => double.IsFinite(a) ? 1 : 0, GivesCondition: true),
    ];

    public static readonly BinaryOperation[] PairFunctions =
    [
        new("min", Math.Min, false, false, IsFunction: true, TakesMore: true),
        new("max", Math.Max, false, false, IsFunction: true, TakesMore: true),
        new("pow", Math.Pow, false, false, IsFunction: true),
        new("atan2", Math.Atan2, false, false, IsFunction: true),
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
        Functions.Select(f => f.Symbol).Concat(PairFunctions.Select(f => f.Symbol))
            .Concat(Reductions.All.Select(f => f.Symbol)).Distinct();
}
