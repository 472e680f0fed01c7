using System.Text.RegularExpressions;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;
using Reading = Moliere.Formats.Root.Objects.StreamerRecord;

namespace Moliere.Tests.Formats.Root.Writing;

public sealed class LayoutTableTests
{
    // Files of ROOT 6.18 to 6.32 that hold, together, every class of the table.
    private static readonly string[] Samples =
    [
        "uproot-issue261.root", "graphs.root", "TH3D.root", "tprofile.root", "issue246.root", "scouting_nano.root",
        "string-example.root", "issue368_pyhf_test_histograms.root", "treemaker.root", "unsigned_integers.root",
    ];

    [SkippableFact]
    public void Layouts_AreThoseInFilesOfRoot()
    {
        var seen = new HashSet<string>();
        Dictionary<string, StreamerClass> written = Written();
        foreach (string sample in Samples)
        {
            using RootFile file = RootFile.Open(ExpectedFacts.PathOrSkip(sample));
            foreach (StreamerClass theirs in Reading.Read(file).Classes)
            {
                if (written.TryGetValue(theirs.Name, out StreamerClass? ours) && ours.Version == theirs.Version)
                {
                    seen.Add(theirs.Name);
                    Assert.Equal(Describe(theirs), Describe(ours));
                }
            }
        }

        // Nobody's file has streamer information of arrays of 8 and 16 bits; it is part of what holds them.
        Assert.Equal(["TArrayC", "TArrayS"], written.Keys.Except(seen).Order());
    }

    [Fact]
    public void ParentsStandBeforeTheirChildren()
    {
        IReadOnlyList<ClassLayout> layouts = LayoutTable.With(["TProfile2D", "TTree"]);
        for (int i = 0; i < layouts.Count; i++)
        {
            string[] before = [.. layouts.Take(i).Select(layout => layout.Name)];
            Assert.All(layouts[i].Parents, parent => Assert.Contains(parent, before));
        }

        Assert.Equal(layouts.Count, layouts.Distinct().Count());
    }

    // What a reader of ours finds in a record of ours.
    private static Dictionary<string, StreamerClass> Written()
    {
        using TempFolder folder = new();
        string path = folder.At("all.root");
        using (var records = new RecordFile(path, Moliere.Formats.Root.RootCompression.Default))
        {
            DirectoryRecord root = DirectoryRecord.Root(records, "all.root");
            RecordKey layouts = LayoutRecord.Write(records, LayoutTable.Classes.Keys);
            root.Complete();
            FileHeader.Complete(records, root, "all.root", layouts);
            records.Complete();
        }

        using RootFile file = RootFile.Open(path);
        return Reading.Read(file).Classes.ToDictionary(layout => layout.Name);
    }

    // Before 6.20 a type is named as in the header: Int_t, UShort_t.
    private static string Plain(string type) => type.StartsWith("Long64", StringComparison.Ordinal) ? type
        : Regex.Replace(type, @"\b(U?)([A-Z][a-z]+)_t\b", match =>
            (match.Groups[1].Length > 0 ? "unsigned " : "") + match.Groups[2].Value.ToLowerInvariant());

    private static string Describe(StreamerClass layout) => $"{layout.Name} {layout.Version} {layout.Checksum:x8}\n"
        + string.Join('\n', layout.Elements.Select(e =>
            $"{e.Kind} {e.Name} {Plain(e.TypeName)} {e.Code} {e.ArrayLength} {e.ClassVersion} {e.CountName}"));
}
