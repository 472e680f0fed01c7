using System.Text;
using System.Text.Json;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Ntuples;

/// <summary>Reads forged ntuples as text.</summary>
internal static class NtupleReading
{
    /// <summary>All values of a field as JSON.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="path">Path of the field.</param>
    /// <param name="first">First entry.</param>
    /// <param name="count">Number of entries; all that follow if negative.</param>
    public static string Values(byte[] file, string path, long first = 0, int count = -1)
    {
        using var folder = new TempFolder();
        using RootFile root = RootFile.Open(folder.Write("a.root", file));
        IRootDataset ntuple = RootDatasets.Open(root, "ntuple");
        RootField field = ntuple.Fields.SelectMany(one => one.WithInner()).Single(one => one.Path == path);
        return Json(ntuple.Read(field, first, count < 0 ? (int)(ntuple.EntryCount - first) : count));
    }

    public static string Json(RootArray array)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            for (int i = 0; i < array.Length; i++)
            {
                RootArrayJson.Write(writer, array, i);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
