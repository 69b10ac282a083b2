// Does what the first word of its input says.
const fs = require("fs");
const { Worker } = require("worker_threads");

const MIB = 1 << 20;
const data = fs.readFileSync(0, "utf8");
const lines = data.split("\n");
const words = lines[0].split(" ");
const what = words[0] || "empty";

function depth(n) {
  return n === 0 ? 0 : 1 + depth(n - 1);
}

function fresh(number) {
  return new Array(MIB / 8).fill(0.5 + number);
}

function keep(mib, garbage) {
  const kept = [];
  while (kept.length < mib) kept.push(fresh(kept.length));
  for (let i = 0; i < garbage; i++) fresh(i);
  return kept.length;
}

const WORKER = `
const { parentPort, workerData } = require("worker_threads");
let sum = 0;
for (let i = workerData; i <= 1000000; i += 4) sum += i;
parentPort.postMessage(sum);
`;

if (what === "empty" || what === "hello") {
  console.log(what);
} else if (what === "sum") {
  const numbers = data.split(/\s+/).slice(2);
  let sum = 0;
  for (const each of numbers) sum += Number(each);
  console.log(sum);
} else if (what === "wide") {
  const [a, b] = words.slice(1).map(BigInt);
  console.log(`${a * b} ${(a * b) % 998244353n}`);
} else if (what === "exit") {
  console.log("before");
  process.exit(3);
} else if (what === "crash") {
  process.abort();
} else if (what === "throw") {
  throw new RangeError("thrown");
} else if (what === "recurse") {
  console.log(depth(Number(words[1])));
} else if (what === "threads") {
  let [sum, over] = [0, 0];
  for (let part = 0; part < 4; part++)
    new Worker(WORKER, { eval: true, workerData: part }).on("message", (each) => {
      sum += each;
      if (++over === 4) console.log(sum);
    });
} else if (what === "utf8") {
  console.log(`${[...lines[1]].length} ${lines[1]}`);
} else if (what === "sleep") {
  setTimeout(() => {}, 60000);
} else if (what === "burn") {
  for (;;);
} else if (what === "hog") {
  keep(1 << 20, 0);
} else if (what === "fill") {
  console.log(keep(Number(words[1]), 0));
} else if (what === "churn") {
  console.log(keep(Number(words[1]), 600));
} else if (what === "flood") {
  const some = "x".repeat(65536);
  for (;;) fs.writeSync(1, some);
} else if (what === "close") {
  console.log("done");
  fs.closeSync(1);
} else if (what === "stderr") {
  process.stderr.write("e".repeat(MIB));
  console.log("ok");
}
