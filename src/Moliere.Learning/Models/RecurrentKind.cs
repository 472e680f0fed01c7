namespace Moliere.Learning.Models;

/// <summary>How a network over sequences brings the points of a list together.</summary>
public enum RecurrentKind
{
    /// <summary>The last state of a long short-term memory.</summary>
    Lstm,

    /// <summary>The last state of a gated recurrent unit.</summary>
    Gru,

    /// <summary>The sum over points of one more dense layer: their order does not count.</summary>
    Sum,
}
