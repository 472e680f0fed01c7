namespace Moliere.Tagging.Inference;

/// <summary>Which parameters are unknown, and what is known of them from elsewhere.</summary>
/// <param name="Name">"B0" to "B4".</param>
/// <param name="Parameters">Free parameters; <see cref="InferenceParameter.Signal"/> is the first.</param>
/// <param name="Constraints">
/// Width of the normal constraint of each free parameter, in its own unit; positive infinity without one.
/// </param>
/// <source>de Castro and Dorigo, arXiv:1806.04743, section 5.1: benchmarks 0 to 4.</source>
public sealed record InferenceBenchmark(
    string Name, IReadOnlyList<InferenceParameter> Parameters, IReadOnlyList<double> Constraints)
{
    private const double Free = double.PositiveInfinity;
    private const double OfShift = 0.4, OfRate = 1.0, OfBackground = 100; // section 5.1, benchmarks 3 and 4

    /// <summary>The five published ones: B3 constrains r and lambda, B4 frees b with a constraint of its own.</summary>
    public static IReadOnlyList<InferenceBenchmark> All { get; } =
    [
        new("B0", First(1), [Free]),
        new("B1", First(2), [Free, Free]),
        new("B2", First(3), [Free, Free, Free]),
        new("B3", First(3), [Free, OfShift, OfRate]),
        new("B4", First(4), [Free, OfShift, OfRate, OfBackground]),
    ];

    /// <summary>The benchmark of a name.</summary>
    /// <param name="name">"B0" to "B4".</param>
    /// <exception cref="ArgumentException">There is no such benchmark; the message lists those there are.</exception>
    public static InferenceBenchmark Of(string name) => All.FirstOrDefault(benchmark => benchmark.Name == name)
        ?? throw new ArgumentException(
            $"There is no benchmark '{name}'; those there are: {string.Join(", ", All.Select(known => known.Name))}.",
            nameof(name));

    private static InferenceParameter[] First(int count) => [.. Enum.GetValues<InferenceParameter>().Take(count)];
}
