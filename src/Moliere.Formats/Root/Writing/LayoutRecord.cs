namespace Moliere.Formats.Root.Writing;

/// <summary>The record of streamer information: a TList of one TStreamerInfo for each class in the file.</summary>
/// <source>ROOT, TFile::WriteStreamerInfo; TStreamerInfo and TStreamerElement with their subclasses.</source>
internal static class LayoutRecord
{
    /// <summary>Writes the layouts of the classes and of all that they hold.</summary>
    /// <param name="file">File to append to.</param>
    /// <param name="classes">Names of the classes of objects in the file.</param>
    public static RecordKey Write(RecordFile file, IEnumerable<string> classes)
    {
        RecordKey key = file.Place(
            new("TList", "StreamerInfo", "Doubly linked list") { Parent = RecordFile.Begin });
        IReadOnlyList<ClassLayout> layouts = LayoutTable.With(classes);
        var buffer = new ObjectBuffer(key.Size);
        int list = buffer.BeginList(layouts.Count);
        foreach (ClassLayout layout in layouts)
        {
            WriteInfo(buffer, layout);
            buffer.Bytes.Text(""); // Each object of a list carries an option.
        }

        buffer.End(list);
        return file.Append(key, buffer.Bytes.Span);
    }

    private static void WriteInfo(ObjectBuffer to, ClassLayout layout)
    {
        int pointer = to.BeginObject("TStreamerInfo"), info = to.Begin(9);
        to.Named(layout.Name, "", 0x10000);
        to.Bytes.UInt32(layout.Checksum);
        to.Bytes.Int32(layout.Version);
        int elements = to.BeginObject("TObjArray");
        int array = to.BeginArray(layout.Parents.Length + layout.Members.Length);
        foreach (string parent in layout.Parents)
        {
            LayoutElements.WriteParent(to, LayoutTable.Classes[parent]);
        }

        foreach (MemberLayout member in layout.Members)
        {
            LayoutElements.WriteMember(to, layout, member);
        }

        to.End(array);
        to.End(elements);
        to.End(info);
        to.End(pointer);
    }
}
