using Moliere.Data.Kinematics;

namespace Moliere.Data.Objects;

/// <summary>A jet: the summed momentum and what it was made of.</summary>
/// <param name="Momentum">Sum of the constituents' four-momenta [GeV].</param>
/// <param name="Constituents">Indices into the list of inputs, ascending.</param>
public sealed record Jet(FourVector Momentum, IReadOnlyList<int> Constituents);
