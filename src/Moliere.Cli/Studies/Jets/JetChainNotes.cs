using System.Globalization;
using Moliere.Calibration.Classical.Jets;
using Moliere.Data.Tables;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.Jets;

/// <summary>What a reader must know of the standard chain of a run: said in the log and in the report.</summary>
internal static class JetChainNotes
{
    private const string NoSlopes = "0: no jet with a true pT of 15 to 60 GeV to fit them to";

    /// <summary>Lines of the report, which the log says too; empty where no method is one of the chain.</summary>
    /// <param name="request">Folder of the run, or of the models.</param>
    /// <param name="methods">What was judged.</param>
    /// <param name="test">The jets judged on.</param>
    public static IReadOnlyList<(string Label, string Value)> Of(
        StudyRequest request, IReadOnlyList<MethodSample> methods, Table test)
    {
        string own = request.Folder.PathOf(JetChainStage.FileName);
        string path = File.Exists(own) ? own : Path.Combine(request.Models ?? "", JetChainStage.FileName);
        if (!methods.Any(method => JetChain.Methods.Contains(method.Name)) || !File.Exists(path))
        {
            return [];
        }

        var chain = JetChainFile.Read(path);
        (string, string)[] lines =
        [
            ("test jets nearly all pile-up, of which a tenth was kept",
                chain.CountFloored(test).ToString(CultureInfo.InvariantCulture)),
            .. chain.HasPileupSlopes ? Array.Empty<(string, string)>()
                : [("residual slopes with pile-up (alpha, beta)", NoSlopes)],
        ];
        foreach ((string label, string value) in lines)
        {
            request.Progress.Say($"standard chain: {label}: {value}.");
        }

        return lines;
    }
}
