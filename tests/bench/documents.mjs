// `npm run bench:documents`: what a page costs the product's reader, with each of its engines, and what it costs the
// engines that anyone could take instead, in one run on the same pages. Prints tables for docs/benchmarks.md.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, loadavg, release, tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildReaders, runProgram } from "./contenders.mjs";
import { drawPages } from "./pictures.mjs";

const { values } = parseArgs({
  options: {
    pages: { type: "string" },
    runs: { type: "string", default: "3" },
    count: { type: "string", default: "6" },
  },
});
const RUNS = Math.max(1, Number(values.runs));
const PICTURES = [".png", ".jpg", ".jpeg", ".tif", ".tiff"];
/** Shorter words are signs and figures that stand on every page. */
const LEAST_WORD = 3;

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
process.chdir(root);
const folder = mkdtempSync(join(tmpdir(), "twogate-bench-"));
const loadBefore = loadavg();
let readers;

try {
  const papers = papersIn(values.pages ?? (await drawn()));
  say("bundling the reader");
  readers = await buildReaders(root);
  const { pictures, withText } = await sorted(papers);
  const rows = await measured(pictures, readers.ofPictures);
  const layers = await measured(withText, readers.ofText);
  process.stdout.write(report(pictures, rows, layers));
} finally {
  readers?.remove();
  rmSync(folder, { recursive: true, force: true });
}

/** Papers of random layouts, half of them with text and half as copies. */
async function drawn() {
  for (const [modality, seed] of [
    ["scan,photo,fax", "41"],
    ["text", "42"],
  ]) {
    say(`drawing ${values.count} papers (${modality})`);
    const args = ["tests/layouts/layouts.mjs", "--seed", seed, "--count", values.count, "--modality", modality];
    const made = await runProgram(process.execPath, [...args, "--out", folder]);
    if (made.code !== 0) throw new Error("No papers could be drawn; give a folder of your own with --pages DIR.");
  }
  return folder;
}

/** The papers of a folder, or of `docs` in it, with the words that stand on them where `text` beside them says so. */
function papersIn(given) {
  const docs = existsSync(join(given, "docs")) ? join(given, "docs") : given;
  return readdirSync(docs)
    .sort()
    .map((name) => {
      const text = [join(given, "text"), join(docs, "..", "text")]
        .map((beside) => join(beside, `${basename(name, extname(name))}.txt`))
        .find(existsSync);
      return { path: join(docs, name), name, truth: text ? wordsOf(readFileSync(text, "utf8")) : null };
    });
}

/** Pictures, and PDFs whose text layer the product uses; other PDFs are drawn, because the others open none. */
async function sorted(papers) {
  say("looking which PDFs have text");
  const pictures = papers.filter(({ path }) => PICTURES.includes(extname(path).toLowerCase()));
  const withText = [];
  for (const paper of papers.filter(({ path }) => extname(path).toLowerCase() === ".pdf")) {
    const { methods } = await readers.product(paper.path);
    if (methods.length > 0 && methods.every((method) => method === "text_layer")) withText.push(paper);
    else {
      const target = (index) => join(folder, `${basename(paper.name, ".pdf")}-${index + 1}.png`);
      const count = await drawPages(paper.path, target);
      // The words are those of the whole paper, so they are sought where it is one page.
      const truth = count === 1 ? paper.truth : null;
      for (let index = 0; index < count; index++) pictures.push({ path: target(index), name: paper.name, truth });
    }
  }
  return { pictures, withText };
}

/** Every contender reads every paper, run by run and one at a time, so that what else the machine does meets all alike. */
async function measured(papers, contenders) {
  const runs = new Map(contenders.map(({ name }) => [name, []]));
  for (let run = 1; run <= (papers.length > 0 ? RUNS : 0); run++)
    for (const { name, read, readTogether } of contenders) {
      say(`${name}, run ${run} of ${RUNS}`);
      const readings = await (readTogether ? together(papers, readTogether) : oneByOne(papers, read));
      runs.get(name).push(summed(papers, readings));
    }
  return [...runs].map(([name, taken]) => ({ name, ...inTheMiddle(taken) }));
}

async function oneByOne(papers, read) {
  const readings = [];
  for (const { path } of papers) readings.push(await read(path));
  return readings;
}

/** What all cost together is told of the first of them. */
async function together(papers, read) {
  const { readings, cpu, wallMs } = await read(papers.map(({ path }) => path));
  return papers.map((_, at) => ({
    pages: 0,
    ...readings[at],
    ...(at === 0 ? { cpu, wallMs } : { cpu: 0, wallMs: 0 }),
  }));
}

function summed(papers, readings) {
  const sum = { pages: 0, cpu: 0, wallMs: 0, found: 0, sought: 0, refused: [] };
  for (const [at, paper] of papers.entries()) {
    const taken = readings[at];
    if (taken.pages === 0) {
      sum.refused.push(paper.name);
      continue;
    }
    sum.pages += taken.pages;
    sum.cpu += taken.cpu;
    sum.wallMs += taken.wallMs;
    if (!paper.truth) continue;
    sum.sought += paper.truth.length;
    sum.found += common(paper.truth, wordsOf(taken.text));
  }
  return sum;
}

/** The median of each figure over the runs. */
function inTheMiddle(taken) {
  const of = (figure) => median(taken.map(figure));
  const cpus = taken.map(({ cpu, pages }) => cpu / pages);
  return {
    pages: taken[0]?.pages ?? 0,
    perMinute: of(({ pages, wallMs }) => pages / (wallMs / 60_000)),
    cpu: median(cpus),
    least: Math.min(...cpus),
    most: Math.max(...cpus),
    recall: of(({ found, sought }) => (sought > 0 ? found / sought : Number.NaN)),
    refused: [...new Set(taken.flatMap(({ refused }) => refused))],
  };
}

function wordsOf(text) {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= LEAST_WORD);
}

/** How many of the words are among those that were read, each as often as it stands there. */
function common(truth, read) {
  const left = new Map();
  for (const word of read) left.set(word, (left.get(word) ?? 0) + 1);
  return truth.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}

function report(pictures, rows, layers) {
  const native = rows.find(({ name, pages }) => name === readers.reference && pages > 0);
  const load = [loadBefore, loadavg()].map((each) => each[0].toFixed(1)).join(" → ");
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Linux ${release()}, Node ${process.versions.node}, load ${load}`;
  const shown = [...rows, ...layers].filter(({ pages }) => pages > 0);
  return [
    `\`npm run bench:documents\` on ${machine}; ${pictures.length} pictures of pages, median of ${RUNS} runs, a process for each file unless it says one process.`,
    "",
    ...table(
      ["reader", "pages", "pages a minute", "CPU a page (least–most)", `of ${readers.reference}`, "words found"],
      shown.map((each) => [
        each.name,
        String(each.pages),
        each.perMinute.toFixed(1),
        `${each.cpu.toFixed(2)} s (${each.least.toFixed(2)}–${each.most.toFixed(2)})`,
        native && !layers.includes(each) ? `× ${(each.cpu / native.cpu).toFixed(2)}` : "–",
        Number.isNaN(each.recall) ? "–" : `${(each.recall * 100).toFixed(1)} %`,
      ]),
    ),
    ...readers.absent.map((name) => `\n${name} is not installed here and was not measured.`),
    ...shown
      .filter(({ refused }) => refused.length > 0)
      .map(({ name, refused }) => `\n${name} could not read ${refused.join(", ")}.`),
    "",
  ].join("\n");
}

/** A table whose columns are aligned. */
function table(heads, rows) {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at].length)));
  const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(" | ")} |`;
  return [line(heads), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function say(what) {
  process.stderr.write(`· ${what} …\n`);
}
