namespace Moliere.Validation.Metrics;

/// <summary>What is judged in every bin: a method, or two methods against each other.</summary>
/// <param name="name">Method of the entries.</param>
internal abstract class FigureSubject(string name)
{
    /// <summary>Method of the entries; <c>first/second</c> for two of them.</summary>
    public string Name { get; } = name;

    /// <summary>The metrics of a bin, in the order they are written.</summary>
    public abstract IReadOnlyList<string> Metrics { get; }

    /// <summary>Makes the metrics of one bin.</summary>
    /// <param name="bin">Rows and replicas; receives the figures.</param>
    public abstract void Judge(BinFigures bin);
}
