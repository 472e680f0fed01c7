// covers: DetectorFileException, ResponseFactors
using Moliere.Data.Geometry;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Tests.Simulation.Detector.Description;

public class DetectorDescriptionTests
{
    private static readonly string s_text = DetectorDescription.DefaultText;

    // Physics notes table 5.1; ATLAS, JINST 3 (2008) S08003: coverage of the whole calorimeter.
    [Theory]
    [InlineData(CaloSampling.PreSampler, 0, 1.5)]
    [InlineData(CaloSampling.PreSamplerEnd, 1.5, 1.8)]
    [InlineData(CaloSampling.Emb2, 0, 1.4)]
    [InlineData(CaloSampling.Eme1, 1.4, 3.2)]
    [InlineData(CaloSampling.Hec3, 1.5, 3.2)]
    [InlineData(CaloSampling.TileGap, 1.0, 1.6)]
    [InlineData(CaloSampling.Fcal3, 3.2, 4.9)]
    public void DefaultDetector_CoversTheWholeCalorimeter(CaloSampling sampling, double low, double high)
    {
        CaloRegion[] regions =
            [.. DetectorDescription.Default.BuildGeometry().Regions.Where(region => region.Sampling == sampling)];
        Assert.Equal(high, regions.Max(region => region.EtaMax));
        Assert.Equal(-high, regions.Min(region => region.EtaMin));
        Assert.Equal(low, regions.Min(region => region.EtaMin < 0 && region.EtaMax > 0 ? 0 : Nearest(region)), 1e-12);
        Assert.Equal(4.9, DetectorDescription.Default.EtaMax);
    }

    [Fact]
    public void Factors_MultiplyThoseOfTheFile()
    {
        var factors = new ResponseFactors { Noise = 1.5, EOverH = 1.1, Sampling = 0.5, DeadMaterial = 2 };
        DetectorDescription changed = DetectorDescription.Default.With(factors).With(factors);
        Assert.Equal((2.25, 0.25), (changed.Response.Noise, changed.Response.Sampling));
        Assert.Equal(4, changed.Response.DeadMaterial);
        Assert.Equal(2.25 * 0.060, NoiseOf(changed), 1e-12);
        Assert.Equal(1.21 * 1.74, changed.LayersByRegion()[0].Medium.EOverH, 1e-12);
        Assert.Equal(
            0.25 * DetectorDescription.Default.LayersByRegion()[0].Medium.SamplingTerm,
            changed.LayersByRegion()[0].Medium.SamplingTerm, 1e-12);
    }

    [Fact]
    public void OneLineOfTheFile_ChangesTheNoise()
    {
        var louder = DetectorDescription.Parse(s_text.Replace("noise: 1 ", "noise: 1.5 "), "louder.yaml");
        Assert.Equal(1.5 * NoiseOf(DetectorDescription.Default), NoiseOf(louder), 1e-12);
    }

    [Fact]
    public void FileOnDisk_IsReadLikeItsText()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, s_text.Replace("name: atlas-like", "name: mine"));
            DetectorDescription read = DetectorDescription.Read(path);
            Assert.Equal("mine", read.Name);
            Assert.Equal(DetectorDescription.Default.BuildGeometry().Regions, read.BuildGeometry().Regions);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("noise: 0.090", "noise: -0.09", "layers[0].noise': found '-0.09', expected a number from 0 to 1000")]
    [InlineData("sampling: emb2", "sampling: emb7", "layers[3].sampling': found 'emb7', expected one of pre_sampler")]
    [InlineData("sampling: emb2", "sampling: emb7", "did you mean 'emb1'?")]
    [InlineData("{material: iron, thickness: 60}", "{material: irom, thickness: 60}", "did you mean 'iron'?")]
    [InlineData("width: 0.025, phi: 256", "width: 0.025, phi: 200", "found 200 cells around the circle, expected")]
    [InlineData("    from: 1926\n", "    from: 1925\n", "Emb3 overlaps Emb2 (bad.yaml, line")]
    [InlineData("from: 1980, to: 2080", "from: 1970, to: 2080", "inner_wall overlaps Emb3")]
    [InlineData("eta: [1.4, 2.5], width: 0.05", "eta: [2.5, 1.4], width: 0.05", "the first below the second")]
    [InlineData("eta: [2.4, 2.5]", "eta: [2.3, 2.5]", "cells of one layer overlap between eta = 2.3 and 2.4")]
    [InlineData("eta: [1.4, 1.6]", "eta: [1.405, 1.6]", "an edge at eta = 1.405, expected a multiple of 0.01")]
    [InlineData("depth: {x0: 16}", "depth: {x0: 16, length: 3}", "expected one of x0, lambda, length")]
    [InlineData("depth: {x0: 16}", "depht: {x0: 16}", "unknown key 'layers[3].depht'; did you mean 'layers[3].depth'?")]
    [InlineData("    depth: {x0: 16}\n", "", "the key 'layers[3].depth' is missing")]
    [InlineData("    to: 1926\n", "    to: 1500\n", "found 1500, expected more than 'from', which is 1596")]
    [InlineData("    wall_of: services\n", "    wall_of: stairs\n", "found 'stairs', expected one of upstream")]
    [InlineData("first_crossing: -4", "first_crossing: -9", "expected 0 among them")]
    [InlineData("eta: [2.5, 3.2], width: 0.175", "eta: [0, 3.2], width: 0.175", "an end-cap cannot reach eta = 0")]
    [InlineData("name: atlas-like", "name: a: b", "not valid YAML")]
    public void ImpossibleDetector_IsRefusedWithItsPlace(string found, string written, string expected)
    {
        Assert.Contains(found, s_text, StringComparison.Ordinal);
        var error = Assert.Throws<DetectorFileException>(
            () => DetectorDescription.Parse(s_text.Replace(found, written), "bad.yaml"));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("bad.yaml, line ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- 1")]
    public void TextWithoutKeys_IsRefused(string text) => Assert.Contains(
        "expected one block of keys",
        Assert.Throws<DetectorFileException>(() => DetectorDescription.Parse(text, "empty.yaml")).Message);

    [Fact]
    public void GapBetweenTheCells_IsRefused()
    {
        string apart = s_text[..s_text.IndexOf("layers:\n", StringComparison.Ordinal)] + """
            layers:
              - {sampling: emb1, shape: barrel, from: 1500, to: 1600, technology: argon, e_over_h: 1.7, noise: 0.1,
                 plate: {material: lead, thickness: 10, scale: 1}, cells: [{eta: [0, 1], width: 0.1, phi: 64}]}
              - {sampling: emb1, shape: barrel, from: 1500, to: 1600, technology: argon, e_over_h: 1.7, noise: 0.1,
                 plate: {material: lead, thickness: 10, scale: 1}, cells: [{eta: [1.2, 2], width: 0.1, phi: 64}]}
            """;
        var error = Assert.Throws<DetectorFileException>(() => DetectorDescription.Parse(apart, "apart.yaml"));
        Assert.Contains("no cells look at eta = 1 to 1.2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenBracket_IsRefused() => Assert.Contains(
        "left open", Assert.Throws<DetectorFileException>(
            () => DetectorDescription.Parse(s_text.Replace("name: atlas-like", "name: ["), "open.yaml")).Message);

    private static double Nearest(CaloRegion region) => Math.Min(Math.Abs(region.EtaMin), Math.Abs(region.EtaMax));

    private static double NoiseOf(DetectorDescription detector) =>
        detector.BuildGeometry().Regions.First(region => region.Sampling == CaloSampling.Emb2).ElectronicNoise;
}
