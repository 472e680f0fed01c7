using System.Text.Json;
using Moliere.Cli.Progress;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Onnx;
using Moliere.Learning.Trees.Exchange;
using Moliere.Learning.Trees.Sources;
using Moliere.Tagging.Displaced;
using Moliere.Tagging.Preservation;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>
/// What others need to use the search without this program: the adversarial network of the first seed as ONNX, event
/// trees as source, an efficiency map in truth, examples of inputs with outputs.
/// </summary>
internal static class DisplacedPreservation
{
    private const string Folder = "preserved";
    private const string Trees = "displaced_events";

    // What a jet is measured by; truth stays out.
    private static string[] Inputs =>
    [
        DisplacedJetColumns.Pt, DisplacedJetColumns.Eta, DisplacedJetColumns.Phi, .. new DisplacedScaling().Clusters
            .Concat(new DisplacedScaling().Tracks).Concat(new DisplacedScaling().Segments).Select(v => v.Name),
    ];

    /// <summary>Writes the files.</summary>
    /// <returns>The map with its closure.</returns>
    public static JetMap Write(StudyRequest request, DisplacedFindings findings, DisplacedNetworks networks)
    {
        using RunStage stage = request.Progress.Stage("preservation", 4, "forms");
        SeededNetworks first = networks.Seeds[0];
        JudgedTagger judged = findings.First(DisplacedMethods.Adversarial);
        byte[] network = OnnxWriter.ToBytes(DisplacedNetworkExporter.Export(first.Held, ProgramVersion.Text, []));
        request.Folder.Write($"{Folder}/jets.onnx", stream => stream.Write(network));
        request.Folder.WriteText(
            $"{Folder}/preparation.json", JsonSerializer.Serialize(first.Held.Inputs, JsonStyle.House));
        stage.Advance();
        PreservedExamples.Write(
            request.Folder.PathOf($"{Folder}/jets.csv"),
            new([.. Inputs.Select(name => findings.Parts.Test[name])]), Scores(judged.Scores));
        stage.Advance();
        XgboostFile.Write(request.Folder.PathOf("models/events.json"), judged.Chain.Trees.Trees);
        foreach (SourceFile file in Enum.GetValues<SourceLanguage>().SelectMany(
            language => TreeSource.Print(judged.Chain.Trees.Trees, language, Trees, [])).DistinctBy(file => file.Name))
        {
            request.Folder.WriteText($"{Folder}/{file.Name}", file.Text);
        }

        stage.Advance();
        JetMap map = DisplacedNetworks.Refusing(() => JetMap.Of(
            findings.Parts.Events, first.Held.Apply(findings.Parts.Events, request.Threads), findings.Parts.Test,
            judged.Scores));
        EfficiencyMapFile.Write(map.Map, request.Folder.PathOf($"{Folder}/efficiency.json"));
        stage.Advance();
        return map;
    }

    private static Table Scores(float[] scores) => new(
    [
        .. ClassBalance.Names.Select((name, output) => new FloatColumn(
            $"score_{name}", "", $"Probability of {name}.", ScoreAgreement.Output(scores, output))),
    ]);
}
