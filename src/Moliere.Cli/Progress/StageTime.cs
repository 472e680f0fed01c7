namespace Moliere.Cli.Progress;

/// <summary>The wall time of one finished stage.</summary>
/// <param name="Name">For instance <c>simulation</c>.</param>
/// <param name="Seconds">Wall time [s].</param>
/// <param name="Count">Things done, in the stage's own unit.</param>
internal sealed record StageTime(string Name, double Seconds, long Count);
