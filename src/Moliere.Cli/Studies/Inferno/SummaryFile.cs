using System.Text.Json.Nodes;
using Moliere.Cli.Studies.Regress;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Tagging.Inference;

namespace Moliere.Cli.Studies.Inferno;

/// <summary>A trained summary in a run folder, with the course of its training.</summary>
internal static class SummaryFile
{
    /// <summary>Writes a summary.</summary>
    public static void Write(string path, NetworkSummary summary, TrainingCourse course)
    {
        int outputs = summary.Network.OutputCount;
        Loss meaning = outputs == 1 ? new BinaryCrossEntropy() : new SoftmaxCrossEntropy(outputs);
        var plan = new NetworkPlan { Shape = summary.Network.Options, Loss = meaning };
        var note = new JsonObject { ["bins"] = summary.BinCount, ["course"] = course.ToNote() };
        ModelFile.Write(path, plan, summary.Network, note);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static (NetworkSummary Summary, TrainingCourse Course) Read(string path)
    {
        (_, Network network, JsonObject note) = ModelFile.Read(path);
        return (
            new NetworkSummary((Mlp)network, note["bins"]!.GetValue<int>()), TrainingCourse.FromNote(note["course"])!);
    }
}
