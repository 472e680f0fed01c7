// Runs an ONNX model over rows of float32 features with the real runtime:
//   node run.mjs MODEL FEATURES COLUMNS BATCH
// Each output goes to FEATURES.NAME as float32, row-major. The package is looked for in NODE_PATH.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ort = createRequire(join(process.env.NODE_PATH, "x.js"))("onnxruntime-node");
const [model, features, columnsText, batchText] = process.argv.slice(2);
const columns = Number(columnsText), batch = Number(batchText);
const bytes = readFileSync(features);
const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
const session = await ort.InferenceSession.create(model, { intraOpNumThreads: 1, logSeverityLevel: 3 });
const parts = Object.fromEntries(session.outputNames.map((name) => [name, []]));
for (let first = 0; first < values.length; first += batch * columns) {
  const rows = values.slice(first, first + batch * columns);
  const tensor = new ort.Tensor("float32", rows, [rows.length / columns, columns]);
  const results = await session.run({ [session.inputNames[0]]: tensor });
  for (const name of session.outputNames) {
    parts[name].push(Buffer.from(results[name].data.slice().buffer));
  }
}

for (const [name, chunks] of Object.entries(parts)) {
  writeFileSync(`${features}.${name}`, Buffer.concat(chunks));
}
