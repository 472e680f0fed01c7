namespace Moliere.Learning.Trees;

/// <summary>Says how much training rows weigh in a round, for boosting that is to become uniform or robust.</summary>
/// <param name="round">Counted from 1.</param>
/// <param name="margins">What the trees of the rounds before say [N, K].</param>
/// <param name="weights">
/// The weights that the rows came with [N]; to be changed in place. They must stay finite. The losses of the history
/// keep the original weights' sum as their divisor.
/// </param>
/// <source>Rogozhnikov et al., JINST 10 (2015) T03002, section 3, for a use: uniform boosting.</source>
public delegate void RoundWeights(int round, ReadOnlySpan<float> margins, Span<float> weights);
