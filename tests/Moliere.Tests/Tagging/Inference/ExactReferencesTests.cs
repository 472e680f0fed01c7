using Moliere.Tagging.Inference;

namespace Moliere.Tests.Tagging.Inference;

public sealed class ExactReferencesTests
{
    // arXiv:1806.04743, table 1; its digits are of a fit to a finite sample.
    private static readonly double[] s_published = [14.71, 15.52, 15.65, 15.62, 16.89];
    private static readonly double[] s_classifier = [14.97, 19.12, 24.93, 22.13, 27.98];

    // Integrals of the physics notes, section 7c.
    private static readonly double[] s_likelihood = [14.69, 15.49, 15.62, 15.59, 16.86];
    private static readonly double[] s_bins = [14.98, 19.40, 24.89, 22.20, 28.07];

    [Fact]
    public void Likelihood_IsThatOfNotesAndPaper()
    {
        for (int i = 0; i < InferenceBenchmark.All.Count; i++)
        {
            double found = ExactReferences.Likelihood(InferenceBenchmark.All[i]);
            Assert.Equal(s_likelihood[i], found, 0.005 * s_likelihood[i]);
            Assert.Equal(s_published[i], found, 0.002 * s_published[i]);
        }
    }

    [Fact]
    public void OptimalClassifier_IsThatOfNotesAndPaper()
    {
        CountTemplates templates = ExactReferences.OptimalClassifier(10);
        for (int i = 0; i < InferenceBenchmark.All.Count; i++)
        {
            double found = templates.Uncertainty(InferenceBenchmark.All[i]);
            Assert.Equal(s_bins[i], found, 0.005 * s_bins[i]);
            Assert.Equal(s_classifier[i], found, 0.015 * s_classifier[i]);
        }
    }

    [Fact]
    public void OptimalClassifier_HoldsAllEvents()
    {
        CountTemplates templates = ExactReferences.OptimalClassifier(10);
        Assert.Equal(1050, templates.Counts.Sum(), 0.01);
        Assert.Equal(1, templates.Slopes[(int)InferenceParameter.Signal].Sum(), 1e-5);
        Assert.Equal(0, templates.Slopes[(int)InferenceParameter.Shift].Sum(), 1e-2);
        Assert.Equal(0, templates.Slopes[(int)InferenceParameter.Rate].Sum(), 1e-2);
        Assert.Equal(1, templates.Slopes[(int)InferenceParameter.Background].Sum(), 1e-5);
    }

    [Fact]
    public void ManyBinsOfTheClassifier_ReachTheLikelihoodWithoutNuisances()
    {
        InferenceBenchmark none = InferenceBenchmark.All[0];
        Assert.Equal(
            ExactReferences.Likelihood(none), ExactReferences.OptimalClassifier(100).Uncertainty(none), 0.02);
    }
}
