namespace Moliere.Data.Objects;

/// <summary>What local weighting says of one cluster.</summary>
/// <param name="EmProbability">Probability to be electromagnetic, in [0, 1].</param>
/// <param name="Factor">Energy at the locally weighted scale over that at EM scale, positive.</param>
/// <source>arXiv:1603.02934, section 5.</source>
public readonly record struct ClusterScale(double EmProbability, double Factor);
