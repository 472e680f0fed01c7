using System.Globalization;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>A number of the simulation beside the same number from elsewhere.</summary>
internal sealed record ComparedValue
{
    /// <summary>Method of the entries of <c>metrics.json</c> that hold what was found.</summary>
    public const string Simulation = "simulation";

    /// <summary>Method of the entries of <c>metrics.json</c> that hold what it is compared with.</summary>
    public const string Reference = "reference";

    /// <summary>Name of the metric.</summary>
    public required string Metric { get; init; }

    /// <summary>What the bin is cut in; null for the whole sample.</summary>
    public string? Variable { get; init; }

    /// <summary>Lower edge of the bin.</summary>
    public double? Low { get; init; }

    /// <summary>Upper edge of the bin.</summary>
    public double? High { get; init; }

    /// <summary>What was found.</summary>
    public required double Found { get; init; }

    /// <summary>Its standard error.</summary>
    public double Error { get; init; }

    /// <summary>Entries behind it.</summary>
    public int Entries { get; init; }

    /// <summary>What it is compared with; null for a number that is only reported.</summary>
    public double? Wanted { get; init; }

    /// <summary>Standard error of <see cref="Wanted"/>.</summary>
    public double WantedError { get; init; }

    /// <summary>Allowed distance from <see cref="Wanted"/>, in its unit; null asks for nothing.</summary>
    public double? Tolerance { get; init; }

    /// <summary>How the tolerance reads: "10 %" or "0.02".</summary>
    public string ToleranceText { get; init; } = "";

    /// <summary>
    /// Distance beyond the tolerance in units of it; not above 0 when the number is accepted. Two standard errors of
    /// both numbers together are granted.
    /// </summary>
    public double Excess => Wanted is { } wanted && Tolerance is { } tolerance
        ? double.IsFinite(Found)
            ? (Math.Abs(Found - wanted) - tolerance - (2 * Math.Sqrt((Error * Error) + (WantedError * WantedError))))
                / tolerance
            : double.PositiveInfinity
        : double.NegativeInfinity;

    /// <summary>Compared with a reference in its bin, with a tolerance relative to it.</summary>
    public ComparedValue Within(ReferenceNumber reference, double relative) => Against(reference) with
    {
        Tolerance = relative * Math.Abs(reference.Value),
        ToleranceText = string.Create(CultureInfo.InvariantCulture, $"{100 * relative:0.#} %"),
    };

    /// <summary>Compared with a reference in its bin, with a tolerance in its unit.</summary>
    public ComparedValue Near(ReferenceNumber reference, double absolute) => Against(reference) with
    {
        Tolerance = absolute,
        ToleranceText = string.Create(CultureInfo.InvariantCulture, $"{absolute:0.###}"),
    };

    /// <summary>Beside a reference that nothing is asked of.</summary>
    public ComparedValue Against(ReferenceNumber reference) => this with
    {
        Wanted = reference.Value,
        WantedError = reference.Error,
        Low = reference.Low ?? Low,
        High = reference.High ?? High,
    };

    /// <summary>The entries of <c>metrics.json</c>: the simulation's, and the reference's where there is one.</summary>
    public IEnumerable<FigureEntry> Entry()
    {
        yield return Figure(Simulation, Found, Error, Entries);
        if (Wanted is { } wanted)
        {
            yield return Figure(Reference, wanted, WantedError, 0);
        }
    }

    // The file gives half of the central 95 % interval.
    private FigureEntry Figure(string method, double value, double error, int entries) => new()
    {
        Metric = Metric,
        Method = method,
        Variable = Variable,
        Low = Low,
        High = High,
        Value = double.IsFinite(value) ? value : null,
        Error = double.IsFinite(value) && double.IsFinite(error) ? 1.96 * error : null,
        Entries = entries,
    };
}
