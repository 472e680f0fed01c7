using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// Derives the standard chain from matched and isolated jets, each step on jets to which the earlier ones were applied.
/// </summary>
/// <source>Physics notes section 2.6; arXiv:2007.02645, section 5.1.</source>
public sealed class JetChainDerivation
{
    private readonly JetChainOptions _options;

    /// <summary>Prepares a derivation.</summary>
    /// <param name="options">Which jets and how finely.</param>
    public JetChainDerivation(JetChainOptions options) => _options = options;

    /// <summary>Derives all steps.</summary>
    /// <param name="table">A jet table with matches; a spectrum flat in ln pT serves best.</param>
    /// <exception cref="MissingColumnException">A column of the jets, their match or a variable is missing.</exception>
    /// <exception cref="InvalidDataException">Fewer than 1000 jets are matched and isolated.</exception>
    public JetChain Derive(Table table)
    {
        var jets = new MatchedJets(table, _options);
        List<JetStep> steps = [];
        foreach (Func<MatchedJets, JetStep> derive in Derivations())
        {
            JetStep step = derive(jets);
            step.Apply(jets.Momenta);
            steps.Add(step);
        }

        return new(steps);
    }

    private IEnumerable<Func<MatchedJets, JetStep>> Derivations() =>
    [
        jets => PileupDerivation.Derive(jets, _options),
        jets => McjesDerivation.Derive(jets, _options),
        jets => EtaDerivation.Derive(jets, _options),
        .. _options.Global.Variables.Select(variable =>
            (Func<MatchedJets, JetStep>)(jets => GlobalDerivation.Derive(jets, variable, _options))),
    ];
}
