using Moliere.Formats.Onnx;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Numerics.Autodiff;

namespace Moliere.Learning.Export;

/// <summary>Prints a network from standardised features to its prediction.</summary>
public static class NetworkPrinter
{
    /// <summary>The prediction of a network in the unit of its target.</summary>
    /// <param name="features">float [N, F], standardised.</param>
    /// <param name="network">The trained network.</param>
    /// <param name="loss">What its outputs mean.</param>
    /// <param name="form">Of a Bayesian network; without effect for others.</param>
    /// <exception cref="NotSupportedException">The network or its loss has no printed form.</exception>
    public static SymbolicPrediction Print(
        OnnxSymbol features, Network network, Loss loss, BayesianForm form = BayesianForm.Sampled) => network switch
        {
            Mlp single => OfOne(features, single.Tape, single.Parameters, loss),
            BayesianMlp bayesian when form == BayesianForm.OnePass => InOnePass(features, bayesian, loss),
            BayesianMlp bayesian => Sampled(features, bayesian, loss),
            Ensemble ensemble => Together(features, ensemble, loss),
            _ => throw new NotSupportedException($"A {network.GetType().Name} cannot be written as ONNX."),
        };

    /// <summary>Probabilities of the classes that a network was trained to tell.</summary>
    /// <param name="outputs">float [.., O], the raw outputs.</param>
    /// <param name="loss">A cross-entropy.</param>
    /// <returns>
    /// float [.., C], rows sum to 1; for one logit two classes, first that of target 0, then that of target 1.
    /// </returns>
    /// <exception cref="NotSupportedException">The loss knows no classes.</exception>
    public static OnnxSymbol Probabilities(OnnxSymbol outputs, Loss loss)
    {
        switch (loss)
        {
            case SoftmaxCrossEntropy:
                return outputs.Builder.Node("Softmax", OnnxType.Float, [outputs], OnnxAttribute.Of("axis", -1));
            case BinaryCrossEntropy:
                OnnxSymbol[] classes = [(outputs * -1).Through("Sigmoid"), outputs.Through("Sigmoid")];
                return outputs.Builder.Node("Concat", OnnxType.Float, classes, OnnxAttribute.Of("axis", -1));
            default:
                throw new NotSupportedException($"{loss.GetType().Name} has no classes to give probabilities of.");
        }
    }

    private static SymbolicPrediction OfOne(OnnxSymbol features, Tape tape, float[] parameters, Loss loss)
    {
        SymbolicMixture mixture = Decode(TapePrinter.Print(features, tape, [parameters]), loss);
        return new()
        {
            Mixture = mixture,
            Mean = mixture.Mean(),
            SigmaSyst = loss.HasSpread ? mixture.Variance().Through("Sqrt") : null,
        };
    }

    private static SymbolicPrediction Sampled(OnnxSymbol features, BayesianMlp network, Loss loss)
    {
        var draws = new float[network.Options.Draws][];
        for (int draw = 0; draw < draws.Length; draw++)
        {
            draws[draw] = new float[network.MeanTape.ParameterCount];
            network.Draw(draw, draws[draw]);
        }

        if (draws.Length == 1)
        {
            SymbolicPrediction one = OfOne(features, network.MeanTape, draws[0], loss);
            return one with { SigmaStat = one.Mean * 0 };
        }

        OnnxSymbol outputs = TapePrinter.Print(features, network.MeanTape, draws);
        return StackPrinter.OfDraws(Decode(outputs, loss), draws.Length, loss);
    }

    private static SymbolicPrediction Together(OnnxSymbol features, Ensemble ensemble, Loss loss)
    {
        float[][] members =
            [.. Enumerable.Range(0, ensemble.MemberCount).Select(member => ensemble.Member(member).ToArray())];
        OnnxSymbol outputs = TapePrinter.Print(features, ensemble.Tape, members);
        return StackPrinter.OfMembers(Decode(outputs, loss), members.Length, loss);
    }

    private static SymbolicPrediction InOnePass(OnnxSymbol features, BayesianMlp network, Loss loss)
    {
        (OnnxSymbol mean, OnnxSymbol variance) = MomentPrinter.Print(features, network.Tape, network.Parameters);
        return new OnePassPrinter(mean, variance, loss).Print();
    }

    /// <summary>What the outputs of a network say: <see cref="Loss.Decode"/> as nodes.</summary>
    /// <param name="outputs">float [.., O].</param>
    /// <param name="loss">What they mean.</param>
    public static SymbolicMixture Decode(OnnxSymbol outputs, Loss loss)
    {
        return loss switch
        {
            MixtureNll mixture => Mixture(outputs, mixture),
            GaussianNll => Gaussian(outputs),
            MeanSquaredError => Point(outputs),
            BinaryCrossEntropy => Point(outputs.Through("Sigmoid")),
            GaussianKernelLoss or RelativeError => Point(outputs.Through("Tanh") + 1),
            _ => throw new NotSupportedException(
                $"The outputs of a network trained with {loss.GetType().Name} cannot be written as ONNX."),
        };
    }

    private static SymbolicMixture Point(OnnxSymbol outputs)
    {
        OnnxSymbol point = outputs.To(OnnxType.Double), zero = point * 0;
        return new(zero + 1, point, zero, 1);
    }

    private static SymbolicMixture Mixture(OnnxSymbol outputs, MixtureNll loss)
    {
        int components = loss.Components;
        OnnxSymbol[] parts = Split(outputs, components, components, components);
        OnnxSymbol shares = outputs.Builder.Node("Softmax", OnnxType.Float, [parts[2]], OnnxAttribute.Of("axis", -1));
        return new(
            shares.To(OnnxType.Double), parts[0].To(OnnxType.Double),
            Sigmas(parts[1], loss.LeastLogVariance).To(OnnxType.Double), components);
    }

    private static SymbolicMixture Gaussian(OnnxSymbol outputs)
    {
        OnnxSymbol[] parts = Split(outputs, 1, 1);
        OnnxSymbol mean = parts[0].To(OnnxType.Double);
        return new((mean * 0) + 1, mean, Sigmas(parts[1]).To(OnnxType.Double), 1);
    }

    private static OnnxSymbol[] Split(OnnxSymbol outputs, params long[] lengths) => outputs.Builder.Nodes(
        "Split", [.. lengths.Select(_ => OnnxType.Float)], [outputs, outputs.Builder.Integers(lengths)],
        OnnxAttribute.Of("axis", -1));

    private static OnnxSymbol Sigmas(OnnxSymbol logVariances, float lowest = LogVariance.Minimum)
    {
        OnnxSymbol bounded = logVariances.Builder.Node(
            "Clip", OnnxType.Float,
            [logVariances, logVariances.Number(lowest), logVariances.Number(LogVariance.Maximum)]);
        return (bounded * 0.5).Through("Exp");
    }
}
