using System.Globalization;

namespace Moliere.Learning.Trees.Sources;

/// <summary>Trees as a header of C++17, numbers in hexadecimal.</summary>
/// <source>ISO/IEC 14882:2017, [lex.fcon] for hexadecimal literals and [dcl.inline] for variables of headers.</source>
internal static class CppSource
{
    public static string Header(TreeProgram program) =>
        $"{Top(program)}\n{Data(program)}\n{Functions(program)}".ReplaceLineEndings("\n");

    private static string Top(TreeProgram program)
    {
        BoostedTrees model = program.Model;
        return $$"""
            {{Comment(program)}}
            #pragma once

            #include <cfloat>
            #include <cmath>
            #include <limits>

            #if defined(__FAST_MATH__)
            #error "missing numbers are NaN, which -ffast-math does not honour"
            #endif
            #if FLT_EVAL_METHOD != 0 && FLT_EVAL_METHOD != 16
            #error "sums of float must be rounded to float (-msse2 -mfpmath=sse on 32-bit x86)"
            #endif

            namespace {{program.Name}} {

            namespace feature {
            // Position of each feature in a row.
            enum index : int {
            {{Features(program)}}
            };
            }  // namespace feature

            inline constexpr int feature_count = {{model.Features.Count}};
            inline constexpr int margin_count = {{model.MarginCount}};
            inline constexpr int tree_count = {{model.Trees.Count}};
            inline constexpr const char* feature_names[] = {
            {{TreeProgram.Lines(model.Features, Identifiers.ByteLiteral, "    ", "\"\"")}}
            };

            """;
    }

    private static string Data(TreeProgram program) => $$"""
        namespace detail {
        inline constexpr float start[] = {
        {{TreeProgram.Lines(program.Model.Start, Number, "    ", "0")}}
        };
        // First node of each tree.
        inline constexpr int root[] = {
        {{TreeProgram.Lines(program.Roots, Whole, "    ", "0")}}
        };
        // Twice the feature of a node, plus 1 where rows without it go right; -1 for a leaf.
        inline constexpr int slot[] = {
        {{TreeProgram.Lines(program.Slots, Whole, "    ", "0")}}
        };
        // Left child of a node; the right one follows it.
        inline constexpr int left[] = {
        {{TreeProgram.Lines(program.Left, Whole, "    ", "0")}}
        };
        // Threshold of a node, below which rows go left; value of a leaf.
        inline constexpr float number[] = {
        {{TreeProgram.Lines(program.Numbers, Number, "    ", "0")}}
        };
        }  // namespace detail

        """;

    private static string Functions(TreeProgram program) => $$"""
        // Margins [margin_count] of a row [feature_count].
        inline void margins(const float* row, float* result) {
            for (int k = 0; k < margin_count; ++k) {
                result[k] = detail::start[k];
            }
            for (int tree = 0; tree < tree_count; ++tree) {
                int node = detail::root[tree];
                while (detail::slot[node] >= 0) {
                    const float x = row[detail::slot[node] >> 1];
                    const bool is_right = x != x ? (detail::slot[node] & 1) != 0 : !(x < detail::number[node]);
                    node = detail::left[node] + (is_right ? 1 : 0);
                }
                result[tree % margin_count] += detail::number[node];
            }
        }

        // {{Sentence(program.Meaning)}} [margin_count] of a row [feature_count].
        inline void values(const float* row, float* result) {
            margins(row, result);
        {{Values(program.Model.Objective)}}}

        }  // namespace {{program.Name}}

        """;

    public static string Check(TreeProgram program) => $$"""
        // Compares {{program.FileName}}.hpp with the rows of {{program.FileName}}.csv, bit by bit:
        // g++ -std=c++17 {{program.FileName}}_check.cpp -o check && ./check {{program.FileName}}.csv
        #include "{{program.FileName}}.hpp"

        #include <cstdio>
        #include <cstdlib>
        #include <cstring>
        #include <fstream>
        #include <sstream>
        #include <string>
        #include <vector>

        int main(int argc, char** argv) {
            namespace model = {{program.Name}};
            std::ifstream file(argc > 1 ? argv[1] : "{{program.FileName}}.csv");
            std::string line, cell;
            int rows = 0, differences = 0;
            std::getline(file, line);
            while (std::getline(file, line)) {
                std::vector<float> numbers;
                std::istringstream cells(line);
                while (std::getline(cells, cell, ',')) {
                    numbers.push_back(std::strtof(cell.c_str(), nullptr));
                }
                numbers.resize(model::feature_count + model::margin_count);
                float margins[model::margin_count];
                model::margins(numbers.data(), margins);
                ++rows;
                differences += std::memcmp(margins, numbers.data() + model::feature_count, sizeof margins) != 0 ? 1 : 0;
            }
            std::printf("%d rows, %d differ\n", rows, differences);
            return rows > 0 && differences == 0 ? 0 : 1;
        }

        """.ReplaceLineEndings("\n");

    /// <summary>A literal with exactly these bits.</summary>
    internal static string Number(float value)
    {
        const string limits = "std::numeric_limits<float>::";
        if (!float.IsFinite(value))
        {
            string name = float.IsNaN(value) ? $"{limits}quiet_NaN()" : $"{limits}infinity()";
            return float.IsNegativeInfinity(value) ? $"-{name}" : name;
        }

        int bits = BitConverter.SingleToInt32Bits(value), exponent = (bits >> 23) & 0xFF, fraction = bits & 0x7FFFFF;
        string sign = bits < 0 ? "-" : "", digits = (fraction << 1).ToString("x6", CultureInfo.InvariantCulture);
        int power = exponent == 0 ? (fraction == 0 ? 0 : -126) : exponent - 127;
        string point = digits.TrimEnd('0') is { Length: > 0 } trimmed ? $".{trimmed}" : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{sign}0x{(exponent == 0 ? 0 : 1)}{point}p{power:+0;-0;+0}f");
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Comment(TreeProgram program) => string.Join('\n', program.Notes.Select(note => $"// {note}"));

    private static string Features(TreeProgram program) => string.Join('\n', program.Features.Select((name, i) =>
        $"    {name} = {i},  // {Identifiers.ByteLiteral(program.Model.Features[i])}"));

    private static string Values(TreeObjective objective) => objective switch
    {
        TreeObjective.Logistic => """
                result[0] = static_cast<float>(1 / (1 + std::exp(-static_cast<double>(result[0]))));

            """,
        TreeObjective.Gaussian => """
                result[1] = static_cast<float>(std::exp(static_cast<double>(result[1])));

            """,
        TreeObjective.MultiClass => """
                double shares[margin_count], largest = result[0], sum = 0;
                for (int k = 1; k < margin_count; ++k) {
                    largest = result[k] > largest ? result[k] : largest;
                }
                for (int k = 0; k < margin_count; ++k) {
                    sum += shares[k] = std::exp(result[k] - largest);
                }
                for (int k = 0; k < margin_count; ++k) {
                    result[k] = static_cast<float>(shares[k] / sum);
                }

            """,
        _ => "",
    };
}
