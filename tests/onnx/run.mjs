// Runs an ONNX model over rows of float32 features with the real runtime:
//   node run.mjs MODEL FEATURES BATCH
// The columns of a row are dealt to the inputs of the model in their order, as many as the shape of each asks for.
// Each output goes to FEATURES.NAME as float32, row-major. The package is looked for in NODE_PATH.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ort = createRequire(join(process.env.NODE_PATH, "x.js"))("onnxruntime-node");
const [model, features, batchText] = process.argv.slice(2);
const bytes = readFileSync(features);
const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
const session = await ort.InferenceSession.create(model, { intraOpNumThreads: 1, logSeverityLevel: 3 });
const inputs = session.inputMetadata.map(({ name, type, shape }) => {
  const rest = shape.slice(1).map(Number);
  return { name, type, rest, columns: rest.reduce((a, b) => a * b, 1) };
});
const columns = inputs.reduce((sum, input) => sum + input.columns, 0), batch = Number(batchText);

// Columns [first, first + count) of some rows.
function cut(rows, first, count) {
  const n = rows.length / columns, part = new Float32Array(n * count);
  for (let row = 0; row < n; row++) {
    part.set(rows.subarray(row * columns + first, row * columns + first + count), row * count);
  }

  return part;
}

function feed(rows) {
  const tensors = {};
  let first = 0;
  for (const input of inputs) {
    const part = cut(rows, first, input.columns), shape = [rows.length / columns, ...input.rest];
    const data = input.type === "int64" ? BigInt64Array.from(part, (value) => BigInt(value)) : part;
    tensors[input.name] = new ort.Tensor(input.type, data, shape);
    first += input.columns;
  }

  return tensors;
}

const parts = Object.fromEntries(session.outputNames.map((name) => [name, []]));
for (let first = 0; first < values.length; first += batch * columns) {
  const results = await session.run(feed(values.subarray(first, first + batch * columns)));
  for (const name of session.outputNames) {
    parts[name].push(Buffer.from(results[name].data.slice().buffer));
  }
}

for (const [name, chunks] of Object.entries(parts)) {
  writeFileSync(`${features}.${name}`, Buffer.concat(chunks));
}
