// Reads ROOT files with JSROOT and prints what is in them as JSON:
//   node read.mjs FILE...
//   node read.mjs --last COUNT FILE...     (only the last entries of each tree, for files that fill no memory)
// Per file: keys, trees with branches (title, leaf class, values of all entries), histograms and graphs as JSROOT has
// them. Numbers that JSON cannot say are texts: NaN, Infinity, and integers above 2^53. The package is looked for in
// NODE_PATH.
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const entry = pathToFileURL(join(process.env.NODE_PATH, "jsroot", "modules", "main.mjs"));
const { openFile, treeProcess, TSelector } = await import(entry);

const plain = (value) => {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (ArrayBuffer.isView(value) || Array.isArray(value)) return Array.from(value, plain);
  return value;
};

const files = process.argv.slice(2);
const last = files[0] === "--last" ? Number(files.splice(0, 2)[1]) : Infinity;

async function readTree(tree) {
  const branches = tree.fBranches.arr.map((branch) => ({
    name: branch.fName, title: branch.fTitle, leaf: branch.fLeaves.arr[0]._typename,
    leafTitle: branch.fLeaves.arr[0].fTitle, maximum: plain(branch.fLeaves.arr[0].fMaximum ?? null),
    length: branch.fLeaves.arr[0].fLen, baskets: branch.fWriteBasket, entries: branch.fEntries, values: [],
  }));
  for (const [index, branch] of branches.entries()) {
    if (tree.fEntries === 0) continue;
    const selector = new TSelector();
    selector.addBranch(tree.fBranches.arr[index], "value");
    selector.Process = function () { branch.values.push(plain(this.tgtobj.value)); };
    selector.Terminate = () => {};
    await treeProcess(tree, selector, { firstentry: Math.max(0, tree.fEntries - last) });
  }
  return {
    entries: tree.fEntries, autoFlush: tree.fAutoFlush, clusterEnds: plain(tree.fClusterRangeEnd ?? []),
    clusterSizes: plain(tree.fClusterSize ?? []), branches,
  };
}

// Members of an object, arrays and objects inside it alike, without what JSROOT keeps for itself.
const members = (object, depth = 0) => {
  if (object === null || typeof object !== "object" || ArrayBuffer.isView(object) || Array.isArray(object)) {
    return Array.isArray(object) ? object.map((item) => members(item, depth + 1)) : plain(object);
  }
  return depth > 6 ? null : Object.fromEntries(Object.entries(object)
    .filter(([name, value]) => typeof value !== "function" && !name.startsWith("$"))
    .map(([name, value]) => [name, members(value, depth + 1)]));
};

async function readDirectory(file, keys, path, found) {
  for (const key of keys) {
    const name = path + key.fName;
    if (name === "StreamerInfo") continue; // JSROOT adds it to the names of a file.
    const record = { name, cycle: key.fCycle, class: key.fClassName, title: key.fTitle };
    found.push(record);
    if (key.fClassName.startsWith("TDirectory")) {
      await readDirectory(file, (await file.readDirectory(name)).fKeys, `${name}/`, found);
      continue;
    }
    const object = await file.readObject(name, key.fCycle);
    if (key.fClassName === "TTree") record.tree = await readTree(object);
    else record.object = members(object);
  }
  return found;
}

const output = {};
for (const path of files) {
  const file = await openFile(path);
  output[path] = {
    version: file.fVersion, end: file.fEND, compression: file.fCompress,
    streamers: file.fStreamerInfos.arr.filter((info) => info.fElements).map((info) => ({
      name: info.fName, version: info.fClassVersion, checksum: info.fCheckSum >>> 0, elements: info.fElements.arr
        .map((e) => [e._typename, e.fName, e.fTypeName, e.fType, e.fSize, e.fBaseVersion ?? e.fCountName ?? ""]),
    })),
    keys: await readDirectory(file, file.fKeys, "", []),
  };
}

process.stdout.write(JSON.stringify(output));
