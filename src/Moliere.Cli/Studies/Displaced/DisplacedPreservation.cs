using System.Text.Json;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Displaced;
using Moliere.Cli.Runs;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Onnx;
using Moliere.Learning.Trees;
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
    /// <summary>Folder inside the run.</summary>
    internal const string Folder = "preserved";

    // What a jet is measured by; truth stays out.
    private static string[] Inputs =>
    [
        DisplacedJetColumns.Pt, DisplacedJetColumns.Eta, DisplacedJetColumns.Phi, .. new DisplacedScaling().Clusters
            .Concat(new DisplacedScaling().Tracks).Concat(new DisplacedScaling().Segments).Select(v => v.Name),
    ];

    /// <summary>Writes the files.</summary>
    public static void Write(StudyRequest request, DisplacedFindings findings, DisplacedNetworks networks)
    {
        using RunStage stage = request.Progress.Stage("preservation", 4, "forms");
        var recipe = (DisplacedRecipe)request.Recipe;
        DisplacedNetworkTagger tagger = networks.Seeds[0].Held;
        JudgedTagger judged = findings.First(DisplacedMethods.Adversarial);
        KeyValuePair<string, string>[] notes = Notes(request, tagger);
        Network(request, tagger, notes);
        stage.Advance();
        PreservedExamples.Write(
            request.Folder.PathOf($"{Folder}/{DisplacedReadme.Jets}"),
            new([.. Inputs.Select(name => findings.Parts.Test[name])]), Scores(judged.Scores));
        Events(request, judged.Chain);
        stage.Advance();
        Trees(request, judged.Chain.Trees.Trees, notes);
        stage.Advance();
        if (findings.Map is { } map)
        {
            EfficiencyMapFile.Write(map.Map, request.Folder.PathOf($"{Folder}/{DisplacedReadme.Map}"));
        }

        request.Folder.WriteText($"{Folder}/README.txt", DisplacedReadme.Of(
            notes, findings.Map, recipe.Source.Files.Any() ? null : recipe.Sample.ToRows()));
        stage.Advance();
    }

    /// <summary>Whose files these are, by the same keys as those that 'export' writes.</summary>
    /// <param name="request">The run folder.</param>
    /// <param name="tagger">The network.</param>
    public static KeyValuePair<string, string>[] Notes(StudyRequest request, DisplacedNetworkTagger tagger) =>
    [
        new("method", tagger.Name), .. RunNotes.Of(request.Folder.CurrentPath).Entries,
    ];

    private static void Network(
        StudyRequest request, DisplacedNetworkTagger tagger, KeyValuePair<string, string>[] notes)
    {
        byte[] network = OnnxWriter.ToBytes(DisplacedNetworkExporter.Export(tagger, ProgramVersion.Text, notes));
        request.Folder.Write($"{Folder}/{DisplacedReadme.Network}", stream => stream.Write(network));
        request.Folder.WriteText(
            $"{Folder}/{DisplacedReadme.Preparation}", JsonSerializer.Serialize(tagger.Inputs, JsonStyle.House));
    }

    private static void Events(StudyRequest request, EventChain chain)
    {
        int width = DisplacedEvents.Names.Count;
        PreservedExamples.Write(
            request.Folder.PathOf($"{Folder}/{DisplacedReadme.Events}"),
            new([.. DisplacedEvents.Names.Select((name, i) => new FloatColumn(
                name, "", name, ScoreAgreement.Output(chain.Test.Features, i, width)))]),
            new([new FloatColumn("event_score", "", "Probability of signal.", chain.Scores)]));
    }

    private static void Trees(StudyRequest request, BoostedTrees trees, KeyValuePair<string, string>[] notes)
    {
        XgboostFile.Write(request.Folder.PathOf($"models/{DisplacedMethods.Events}.json"), trees);
        string[] lines = [.. notes.Select(note => $"{note.Key}: {note.Value}")];
        foreach (SourceFile file in Enum.GetValues<SourceLanguage>()
            .SelectMany(language => TreeSource.Print(trees, language, DisplacedReadme.Trees, lines))
            .DistinctBy(file => file.Name))
        {
            request.Folder.WriteText($"{Folder}/{file.Name}", file.Text);
        }
    }

    private static Table Scores(float[] scores) => new(
    [
        .. ClassBalance.Names.Select((name, output) => new FloatColumn(
            $"score_{name}", "", $"Probability of {name}.", ScoreAgreement.Output(scores, output))),
    ]);
}
