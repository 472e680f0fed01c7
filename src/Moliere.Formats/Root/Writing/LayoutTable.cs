// house: table
namespace Moliere.Formats.Root.Writing;

/// <summary>
/// The layouts of the classes that are written, as ROOT 6.24 has them: version, checksum, classes it derives from,
/// members in order. <c>[n]</c> names the member that counts an array, <c>-></c> marks a pointer that is never null.
/// </summary>
/// <source>
/// Streamer information inside files of ROOT 6.18 to 6.32, whose numbers the tests compare with these.
/// </source>
internal static class LayoutTable
{
    private const string Text = """
        TObject 1 901bc02d { unsigned int fUniqueID; unsigned int fBits; }
        TNamed 1 dfb74a3c : TObject { TString fName; TString fTitle; }
        TAttLine 2 94074549 { short fLineColor; short fLineStyle; short fLineWidth; }
        TAttFill 2 ffd92a92 { short fFillColor; short fFillStyle; }
        TAttMarker 2 291d8bec { short fMarkerColor; short fMarkerStyle; float fMarkerSize; }
        TAttAxis 4 5c6fff3e { int fNdivisions; short fAxisColor; short fLabelColor; short fLabelFont;
            float fLabelOffset; float fLabelSize; float fTickLength; float fTitleOffset; float fTitleSize;
            short fTitleColor; short fTitleFont; }
        TAtt3D 1 0000757a {}
        TCollection 3 57e3cb9c : TObject { TString fName; int fSize; }
        TSeqCollection 0 fc6c3bc6 : TCollection {}
        TList 5 69c5c3bb : TSeqCollection {}
        THashList 0 cc7e49c1 : TList {}
        TObjArray 3 a99e6552 : TSeqCollection { int fLowerBound; int fLast; }
        TObjString 1 9c8e4800 : TObject { TString fString; }
        TArray 1 007021b2 { int fN; }
        TArrayC 1 ae879936 : TArray { char* fArray[fN]; }
        TArrayS 1 035c9314 : TArray { short* fArray[fN]; }
        TArrayI 1 d9d571c7 : TArray { int* fArray[fN]; }
        TArrayF 1 5a0bf6f1 : TArray { float* fArray[fN]; }
        TArrayD 1 7139ef34 : TArray { double* fArray[fN]; }
        TAxis 10 5a496e70 : TNamed, TAttAxis { int fNbins; double fXmin; double fXmax; TArrayD fXbins; int fFirst;
            int fLast; unsigned short fBits2; bool fTimeDisplay; TString fTimeFormat; THashList* fLabels;
            TList* fModLabs; }
        TH1 8 1c3740c4 : TNamed, TAttLine, TAttFill, TAttMarker { int fNcells; TAxis fXaxis; TAxis fYaxis;
            TAxis fZaxis; short fBarOffset; short fBarWidth; double fEntries; double fTsumw; double fTsumw2;
            double fTsumwx; double fTsumwx2; double fMaximum; double fMinimum; double fNormFactor;
            TArrayD fContour; TArrayD fSumw2; TString fOption; TList*-> fFunctions; int fBufferSize;
            double* fBuffer[fBufferSize]; TH1::EBinErrorOpt fBinStatErrOpt; TH1::EStatOverflows fStatOverflows; }
        TH1C 3 36f6e4ad : TH1, TArrayC {}
        TH1S 3 8c4d9dcb : TH1, TArrayS {}
        TH1I 3 627564f6 : TH1, TArrayI {}
        TH1F 3 e2939644 : TH1, TArrayF {}
        TH1D 3 f9b1569f : TH1, TArrayD {}
        TH2 5 0182347f : TH1 { double fScalefactor; double fTsumwy; double fTsumwy2; double fTsumwxy; }
        TH2C 4 bd0010fe : TH2, TArrayC {}
        TH2S 4 1256ca1c : TH2, TArrayS {}
        TH2I 4 e87e9147 : TH2, TArrayI {}
        TH2F 4 689cc295 : TH2, TArrayF {}
        TH2D 4 7fba82f0 : TH2, TArrayD {}
        TH3 6 42d2445f : TH1, TAtt3D { double fTsumwy; double fTsumwy2; double fTsumwxy; double fTsumwz;
            double fTsumwz2; double fTsumwxz; double fTsumwyz; }
        TH3C 4 a1ff8d94 : TH3, TArrayC {}
        TH3S 4 f75646b2 : TH3, TArrayS {}
        TH3I 4 cd7e0ddd : TH3, TArrayI {}
        TH3F 4 4d9c3f2b : TH3, TArrayF {}
        TH3D 4 64b9ff86 : TH3, TArrayD {}
        TProfile 7 4bedee54 : TH1D { TArrayD fBinEntries; EErrorType fErrorMode; double fYmin; double fYmax;
            double fTsumwy; double fTsumwy2; TArrayD fBinSumw2; }
        TProfile2D 8 36a142ac : TH2D { TArrayD fBinEntries; EErrorType fErrorMode; double fZmin; double fZmax;
            double fTsumwz; double fTsumwz2; TArrayD fBinSumw2; }
        TGraph 4 05f7f465 : TNamed, TAttLine, TAttFill, TAttMarker { int fNpoints; double* fX[fNpoints];
            double* fY[fNpoints]; TList* fFunctions; TH1F* fHistogram; double fMinimum; double fMaximum; }
        TGraphErrors 3 2a7ce30f : TGraph { double* fEX[fNpoints]; double* fEY[fNpoints]; }
        TGraphAsymmErrors 3 cc46af3b : TGraph { double* fEXlow[fNpoints]; double* fEXhigh[fNpoints];
            double* fEYlow[fNpoints]; double* fEYhigh[fNpoints]; }
        ROOT::TIOFeatures 1 1aa12f10 { unsigned char fIOBits; }
        TTree 20 7264e07f : TNamed, TAttLine, TAttFill, TAttMarker { Long64_t fEntries; Long64_t fTotBytes;
            Long64_t fZipBytes; Long64_t fSavedBytes; Long64_t fFlushedBytes; double fWeight; int fTimerInterval;
            int fScanField; int fUpdate; int fDefaultEntryOffsetLen; int fNClusterRange; Long64_t fMaxEntries;
            Long64_t fMaxEntryLoop; Long64_t fMaxVirtualSize; Long64_t fAutoSave; Long64_t fAutoFlush;
            Long64_t fEstimate; Long64_t* fClusterRangeEnd[fNClusterRange];
            Long64_t* fClusterSize[fNClusterRange]; ROOT::TIOFeatures fIOFeatures; TObjArray fBranches;
            TObjArray fLeaves; TList* fAliases; TArrayD fIndexValues; TArrayI fIndex; TVirtualIndex* fTreeIndex;
            TList* fFriends; TList* fUserInfo; TBranchRef* fBranchRef; }
        TBranch 13 10978aac : TNamed, TAttFill { int fCompress; int fBasketSize; int fEntryOffsetLen;
            int fWriteBasket; Long64_t fEntryNumber; ROOT::TIOFeatures fIOFeatures; int fOffset; int fMaxBaskets;
            int fSplitLevel; Long64_t fEntries; Long64_t fFirstEntry; Long64_t fTotBytes; Long64_t fZipBytes;
            TObjArray fBranches; TObjArray fLeaves; TObjArray fBaskets; int* fBasketBytes[fMaxBaskets];
            Long64_t* fBasketEntry[fMaxBaskets]; Long64_t* fBasketSeek[fMaxBaskets]; TString fFileName; }
        TBranchElement 10 e74f5e63 : TBranch { TString fClassName; TString fParentName; TString fClonesName;
            unsigned int fCheckSum; short fClassVersion; int fID; int fType; int fStreamerType; int fMaximum;
            TBranchElement* fBranchCount; TBranchElement* fBranchCount2; }
        TLeaf 2 6d1e8152 : TNamed { int fLen; int fLenType; int fOffset; bool fIsRange; bool fIsUnsigned;
            TLeaf* fLeafCount; }
        TLeafO 1 02ae48d3 : TLeaf { bool fMinimum; bool fMaximum; }
        TLeafB 1 0f1e4b5e : TLeaf { char fMinimum; char fMaximum; }
        TLeafS 1 150ceecf : TLeaf { short fMinimum; short fMaximum; }
        TLeafI 1 7e6aae19 : TLeaf { int fMinimum; int fMaximum; }
        TLeafL 1 de320862 : TLeaf { Long64_t fMinimum; Long64_t fMaximum; }
        TLeafF 1 3add9d72 : TLeaf { float fMinimum; float fMaximum; }
        TLeafD 1 118e8776 : TLeaf { double fMinimum; double fMaximum; }
        TLeafC 1 fbe3b2f3 : TLeaf { int fMinimum; int fMaximum; }
        TLeafElement 1 a04f8893 : TLeaf { int fID; int fType; }
        """;

    private static readonly Lazy<Dictionary<string, ClassLayout>> Parsed = new(() => Parse().ToDictionary(c => c.Name));

    /// <summary>The layouts by class.</summary>
    public static IReadOnlyDictionary<string, ClassLayout> Classes => Parsed.Value;

    /// <summary>Some classes and all that they derive from or hold, each behind what it needs.</summary>
    public static IReadOnlyList<ClassLayout> With(IEnumerable<string> names)
    {
        var found = new List<ClassLayout>();
        foreach (string name in names)
        {
            Add(name, found);
        }

        return found;
    }

    private static void Add(string name, List<ClassLayout> found)
    {
        if (!Classes.TryGetValue(name, out ClassLayout? layout) || found.Contains(layout))
        {
            return;
        }

        foreach (string needed in layout.Parents.Concat(layout.Members.Select(member => member.Type.TrimEnd('*'))))
        {
            // A branch points to branches and a leaf to leaves.
            if (needed != name)
            {
                Add(needed, found);
            }
        }

        found.Add(layout);
    }

    private static IEnumerable<ClassLayout> Parse()
    {
        foreach (string part in Text.Split('}', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return ClassLayout.Parse(part);
        }
    }
}
