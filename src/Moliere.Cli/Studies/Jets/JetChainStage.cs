using Moliere.Calibration.Classical.Jets;
using Moliere.Cli.Progress;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Jets;

/// <summary>Derives the standard chain, or reads the one that an interrupted run left.</summary>
internal static class JetChainStage
{
    /// <summary>File of the chain inside a run folder.</summary>
    public const string FileName = "models/chain.json";

    // The recipe's selection has chosen the jets.
    private static readonly JetChainOptions s_options = new()
    {
        MatchDistance = double.PositiveInfinity,
        TruthIsolation = double.NegativeInfinity,
        Isolation = double.NegativeInfinity,
    };

    /// <summary>The chain.</summary>
    /// <param name="request">The run folder.</param>
    /// <param name="training">Selected jets of the training part.</param>
    /// <exception cref="RefusalException">Too few jets, or without what the chain looks at.</exception>
    public static JetChain Get(StudyRequest request, Table training)
    {
        string path = request.Folder.PathOf(FileName);
        if (!File.Exists(path))
        {
            using RunStage stage = request.Progress.Stage("standard chain", 0, "steps");
            JetChainFile.Write(Derive(training), path);
        }

        // Read back, so that a resumed run goes on with the same bits.
        return JetChainFile.Read(path);
    }

    private static JetChain Derive(Table training)
    {
        try
        {
            return new JetChainDerivation(s_options).Derive(training);
        }
        catch (MissingColumnException error)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"The standard chain: {error.Message.TrimEnd('.')}; choose methods without it with "
                + "--set methods=[em, mlp].");
        }
        catch (InvalidDataException error)
        {
            throw new RefusalException(ExitCode.BadData, error.Message);
        }
    }
}
