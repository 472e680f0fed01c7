using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Writing;

/// <summary>One element of a layout: a parent class or a data member, with the code of its type.</summary>
internal static class LayoutElements
{
    public static void WriteParent(ObjectBuffer to, ClassLayout parent)
    {
        int code = parent.Name switch
        {
            "TObject" => StreamerCode.TObject,
            "TNamed" => StreamerCode.TNamed,
            _ => StreamerCode.BaseClass,
        };
        int pointer = to.BeginObject("TStreamerBase"), start = to.Begin(3);
        WriteElement(to, new(parent.Name, "", "BASE", code, 0) { Checksum = parent.Checksum });
        to.Bytes.Int32(parent.Version);
        to.End(start);
        to.End(pointer);
    }

    public static void WriteMember(ObjectBuffer to, ClassLayout owner, MemberLayout member)
    {
        if (member.Counter.Length > 0)
        {
            WriteArray(to, owner, member);
            return;
        }

        (string kind, int code, int size) = Describe(owner, member);
        int pointer = to.BeginObject(kind), start = to.Begin(2);
        WriteElement(to, new(member.Name, member.IsNeverNull ? "->" : "", member.Type, code, size));
        to.End(start);
        to.End(pointer);
    }

    private static void WriteArray(ObjectBuffer to, ClassLayout owner, MemberLayout member)
    {
        (int code, int size) = Number(member.Type.TrimEnd('*'));
        int pointer = to.BeginObject("TStreamerBasicPointer"), start = to.Begin(2);
        WriteElement(to, new(member.Name, $"[{member.Counter}]", member.Type, StreamerCode.CountedArray + code, size));
        ClassLayout counting = Declaring(owner, member.Counter);
        to.Bytes.Int32(counting.Version);
        to.Bytes.Text(member.Counter);
        to.Bytes.Text(counting.Name);
        to.End(start);
        to.End(pointer);
    }

    // Sizes are those in the memory of a 64-bit machine; readers skip them.
    private static (string Kind, int Code, int Size) Describe(ClassLayout owner, MemberLayout member)
    {
        if (member.IsPointer)
        {
            int kind = member.IsNeverNull ? StreamerCode.ObjectNeverNull : StreamerCode.ObjectPointer;
            return ("TStreamerObjectPointer", kind, 8);
        }

        switch (member.Type)
        {
            case "TString":
                return ("TStreamerString", StreamerCode.Text, 24);
            case "TAxis":
                return ("TStreamerObject", StreamerCode.Object, 216);
            case "TObjArray":
                return ("TStreamerObject", StreamerCode.Object, 64);
            case "TArrayD" or "TArrayI":
                return ("TStreamerObjectAny", StreamerCode.AnyClass, 24);
            case "ROOT::TIOFeatures":
                return ("TStreamerObjectAny", StreamerCode.AnyClass, 1);
        }

        (int code, int size) = Number(member.Type);
        bool isCounter = owner.Members.Any(other => other.Counter == member.Name)
            || (owner.Name == "TArray" && member.Name == "fN");
        code = isCounter ? StreamerCode.Counter : member.Name == "fBits" ? StreamerCode.Bits : code;
        return ("TStreamerBasicType", code, size);
    }

    private static ClassLayout Declaring(ClassLayout owner, string member)
    {
        while (owner.Members.All(other => other.Name != member))
        {
            owner = LayoutTable.Classes[owner.Parents[0]];
        }

        return owner;
    }

    private static (int Code, int Size) Number(string type) => type switch
    {
        "char" => (1, 1),
        "short" => (2, 2),
        "float" => (5, 4),
        "double" => (8, 8),
        "unsigned char" => (11, 1),
        "unsigned short" => (12, 2),
        "unsigned int" => (13, 4),
        "Long64_t" => (16, 8),
        "bool" => (18, 1),
        _ => (3, 4), // int and enumerations
    };

    private static void WriteElement(ObjectBuffer to, Element element)
    {
        int start = to.Begin(4);
        to.Named(element.Name, element.Title);
        to.Bytes.Int32(element.Code);
        to.Bytes.Int32(element.Size);
        to.Bytes.Int32(0); // Elements of an array inside the object: no class here has one.
        to.Bytes.Int32(0);
        to.Bytes.Int32(0);
        to.Bytes.UInt32(element.Checksum); // Of a parent, in the place of a dimension.
        to.Bytes.Zeros(12);
        to.Bytes.Text(element.Type);
        to.End(start);
    }

    private sealed record Element(string Name, string Title, string Type, int Code, int Size)
    {
        public uint Checksum { get; init; }
    }
}
