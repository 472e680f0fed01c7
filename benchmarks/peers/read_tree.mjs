// Reads numeric branches of a tree with JSROOT into one array per branch: node read_tree.mjs FILE TREE [BRANCH ...]
// Prints seconds (opening left out), values and the sum of each branch. Both of JSROOT's ways are timed: whole baskets
// as arrays where it offers that, and entry by entry.
import { openFile } from 'jsroot';
import { TSelector, treeProcess } from 'jsroot/tree';

const [path, name, ...wanted] = process.argv.slice(2);
const file = await openFile(path);
const tree = await file.readObject(name);
const branches = wanted.length ? wanted : tree.fBranches.arr.map(branch => branch.fName);

class Columns extends TSelector {
  constructor(asArrays) {
    super();
    this.columns = branches.map(() => []);
    branches.forEach(branch => this.addBranch(branch));
    if (asArrays) this.ProcessArrays = this.takeArrays;
  }

  Process() {
    branches.forEach((branch, i) => {
      const value = this.tgtobj[branch], column = this.columns[i];
      if (typeof value === 'number') column.push(value);
      else for (const element of value) column.push(element);
    });
  }

  takeArrays() {
    branches.forEach((branch, i) => this.columns[i].push(this.tgtarr[branch].slice()));
  }
}

async function time(asArrays) {
  const selector = new Columns(asArrays), start = process.hrtime.bigint();
  await treeProcess(tree, selector);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const flat = selector.columns.map(column => column.flatMap(part => (typeof part === 'number' ? part : [...part])));
  return { seconds, columns: flat.map(c => ({ values: c.length, sum: c.reduce((a, b) => a + b, 0) })) };
}

const results = {};
for (const [way, asArrays] of [['entries', false], ['arrays', true]]) {
  for (let i = 0; i < 3; i++) {
    const result = await time(asArrays);
    if (!results[way] || result.seconds < results[way].seconds) results[way] = result;
  }
}
console.log(JSON.stringify(results));
