using System.Text.Json;
using Moliere.Learning.Losses;
using Moliere.Learning.Training;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Models;

/// <summary>
/// M networks of one shape, trained together and predicted together. Their spread is the statistical uncertainty of the
/// prediction. A repulsive ensemble also keeps its members apart as functions, so that they sample the posterior rather
/// than repeat its highest point.
/// </summary>
/// <source>
/// Lakshminarayanan, Pritzel, Blundell, arXiv:1612.01474; D'Angelo and Fortuin, arXiv:2106.11642, section 4.
/// </source>
public sealed class Ensemble : Network
{
    private readonly Mlp _first;
    private readonly MlpOptions _shape;

    /// <summary>Draws the starting weights of all members.</summary>
    /// <param name="inputs">Features F per row, at least 1.</param>
    /// <param name="shape">Layers of each member.</param>
    /// <param name="outputs">Outputs O per row of each member, at least 1.</param>
    /// <param name="options">Number of members.</param>
    /// <param name="isRepulsive">Whether training keeps the members apart.</param>
    /// <param name="seed">Seed of the starting weights; each member has its own stream.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 2 to 1024 members.</exception>
    public Ensemble(
        int inputs, MlpOptions shape, int outputs, EnsembleOptions options, bool isRepulsive, ulong seed)
    {
        if (options.Members is < EnsembleOptions.FewestMembers or > EnsembleOptions.MostMembers)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), options.Members, "An ensemble has 2 to 1024 members; use a single network for one.");
        }

        shape.RequirePlain("An ensemble", takesRowNorm: true);
        (_shape, Options, IsRepulsive) = (shape, options, isRepulsive);
        _first = new Mlp(inputs, shape, outputs, SeedOf(0, seed));
        Parameters = new float[options.Members * MemberParameterCount];
        for (int member = 0; member < options.Members; member++)
        {
            float[] start = member == 0
                ? _first.Parameters
                : new Mlp(inputs, shape, outputs, SeedOf(member, seed)).Parameters;
            start.CopyTo(Member(member));
        }
    }

    /// <summary>Number of members, prior.</summary>
    public EnsembleOptions Options { get; }

    /// <summary>Whether training keeps the members apart.</summary>
    public bool IsRepulsive { get; }

    /// <summary>Members M.</summary>
    public int MemberCount => Options.Members;

    /// <summary>Parameters P of one member.</summary>
    public int MemberParameterCount => _first.Parameters.Length;

    /// <summary>The recorded operations of one member; all members share them.</summary>
    public Tape Tape => _first.Tape;

    /// <summary>[M, P]: the parameter vectors of the members, one after another.</summary>
    public override float[] Parameters { get; }

    /// <inheritdoc/>
    public override int InputCount => _first.InputCount;

    /// <inheritdoc/>
    public override int OutputCount => _first.OutputCount;

    /// <summary>The part of the parameters that belongs to one member, laid out as <see cref="Tape"/> says.</summary>
    /// <param name="member">In [0, M).</param>
    public Span<float> Member(int member) =>
        Parameters.AsSpan(member * MemberParameterCount, MemberParameterCount);

    /// <inheritdoc/>
    public override void SetOutputBias(ReadOnlySpan<float> bias)
    {
        if (bias.Length != OutputCount)
        {
            throw new ArgumentException($"{bias.Length} biases for {OutputCount} outputs.", nameof(bias));
        }

        for (int member = 0; member < MemberCount; member++)
        {
            bias.CopyTo(Member(member)[^bias.Length..]);
        }
    }

    internal override void ClearOutputWeights()
    {
        for (int member = 0; member < MemberCount; member++)
        {
            Layers.Dense.Clear((DenseOperation)Tape.Operations[^1], Member(member));
        }
    }

    /// <summary>
    /// Predicts rows by all members: the mixture of their distributions, each with the share 1 / M. The variance behind
    /// sigma_stat is the unbiased one, with the divisor M - 1.
    /// </summary>
    /// <param name="features">[rows, F], row-major.</param>
    /// <param name="rows">Number of rows, may be 0.</param>
    /// <param name="loss">The loss the ensemble was trained with.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    public override NetworkPrediction Predict(ReadOnlyMemory<float> features, int rows, Loss loss, int threads)
    {
        using var predictor = new EnsemblePredictor(this, loss, threads);
        return predictor.Predict(features, rows);
    }

    internal override string Identity =>
        $"{(IsRepulsive ? "repulsive" : "deep")} ensemble {InputCount} {JsonSerializer.Serialize(_shape)} "
        + $"{OutputCount} {JsonSerializer.Serialize(Options)}";

    internal override IBatchGradient Differentiate(Loss loss, int trainingRows, TrainerOptions options) =>
        new EnsembleGradient(this, loss, trainingRows, options.Threads);

    // The seed from which a single network would draw the starting weights of this member.
    internal static ulong SeedOf(int member, ulong seed)
    {
        var rng = new Rng(seed, "ensemble member", (ulong)member);
        return ((ulong)rng.NextUInt() << 32) | rng.NextUInt();
    }
}
