import { fork, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const MEDIA_TYPES = {
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".tif": "image/tiff",
  ".tiff": "image/tiff",
};
const NATIVE = "native tesseract";
/** One thread each, as the product reads. */
const ONE_THREAD = { OMP_THREAD_LIMIT: "1" };
/** The processor's clock in /proc is counted in hundredths of a second. */
const TICKS = 100;
/** Who has not ended by then waits for something that does not come; the product itself ends a reader far sooner. */
const MOST_MS = 180_000;

/**
 * What reads in the comparison. The product's reader is the process that the product starts for a file, bundled as the
 * product bundles it; once more without onnxruntime, as where that is not installed.
 */
export async function buildReaders(root) {
  // Beside the packages, so that the bundles find those that are left out of them.
  const folder = mkdtempSync(join(root, "node_modules", ".bench-"));
  const entry = (name, packages) => bundle(root, join(folder, `${name}.mjs`), packages);
  const better = await entry("reader", {});
  const fallback = await entry("fallback", { "onnxruntime-node": "onnxruntime-that-is-not-installed" });
  const product = (path) => readByProduct(better, path);
  const hasNative = spawnSync("tesseract", ["--version"]).status === 0;
  return {
    product,
    ofText: [
      { name: "product, text layer", read: product },
      { name: "product, text layer, one process", readTogether: (paths) => readByProcess(better, paths) },
    ],
    reference: NATIVE,
    absent: hasNative ? [] : [NATIVE],
    ofPictures: [
      { name: "product, PP-OCRv4", read: product },
      { name: "product, PP-OCRv4, one process", readTogether: (paths) => readByProcess(better, paths) },
      { name: "product, tesseract.js", read: (path) => readByProduct(fallback, path) },
      ...(hasNative
        ? [{ name: NATIVE, read: (path) => readByProgram("tesseract", [path, "stdout", "-l", "eng"]) }]
        : []),
      { name: "tesseract.js as it comes", read: (path) => readByProgram(process.execPath, [plain(), path]) },
    ],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function plain() {
  return join(dirname(fileURLToPath(import.meta.url)), "plain-tesseract.mjs");
}

async function bundle(root, outfile, packages) {
  await build({
    absWorkingDir: root,
    entryPoints: ["src/adapters/reading/child.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    logLevel: "error",
    plugins: [
      {
        name: "without",
        setup: ({ onResolve }) => {
          for (const [name, other] of Object.entries(packages))
            onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: other, external: true }));
        },
      },
    ],
  });
  return outfile;
}

async function readByProduct(entry, path) {
  const { readings, ...taken } = await readByProcess(entry, [path]);
  return { ...taken, ...readings[0] };
}

/** Talks to one reading process as its parent in the product does, file by file, and waits until it has ended. */
async function readByProcess(entry, paths) {
  const folder = mkdtempSync(join(tmpdir(), "twogate-read-"));
  const read = [];
  const taken = await timed(() => {
    const child = fork(entry, [], {
      env: { NODE_ENV: "production", TMPDIR: folder, ...ONE_THREAD },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
    });
    const ask = () => {
      const path = paths[read.length];
      // The process would wait for another file; the product ends it in the end, too.
      if (path === undefined) return child.kill();
      read.push([]);
      const mediaType = MEDIA_TYPES[extname(path).toLowerCase()] ?? "";
      // Here nobody has taught it a layout.
      return child.send({ kind: "read", path, mediaType, folder, layouts: [] });
    };
    child.on("message", (message) => {
      if (message.kind !== "page") return ask();
      read.at(-1).push(message.page);
      return child.send("taken");
    });
    ask();
    return child;
  });
  rmSync(folder, { recursive: true, force: true });
  const readings = read.map((pages) => ({
    pages: pages.length,
    methods: pages.map(({ method }) => method),
    text: pages.flatMap(({ words }) => words.map((word) => word.text)).join(" "),
  }));
  return { ...taken, readings };
}

async function readByProgram(command, args) {
  const read = await runProgram(command, args);
  return { ...read, pages: read.code === 0 ? 1 : 0, methods: ["ocr"] };
}

/** Runs a program to its end: what it wrote, its exit code, how long it took and what it cost the processor. */
export async function runProgram(command, args) {
  const chunks = [];
  const taken = await timed(() => {
    const child = spawn(command, args, {
      env: { ...process.env, ...ONE_THREAD },
      stdio: ["ignore", "pipe", "ignore"],
    });
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    return child;
  });
  return { ...taken, text: Buffer.concat(chunks).toString("utf8") };
}

async function timed(start) {
  const [cpuBefore, began] = [cpuOfEnded(), performance.now()];
  const child = start();
  const code = await new Promise((ended, failed) => {
    child.once("close", ended);
    child.once("error", failed);
    setTimeout(() => {
      child.kill("SIGKILL");
      failed(new Error(`No answer within ${MOST_MS / 1000} s from ${child.spawnargs.join(" ")}`));
    }, MOST_MS).unref();
  });
  return { code, wallMs: performance.now() - began, cpu: cpuOfEnded() - cpuBefore };
}

/** Seconds, user and system, that the processes started from here have cost, with theirs, once they ended; Linux counts it. */
function cpuOfEnded() {
  try {
    const facts = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1).split(" ");
    return (Number(facts[13]) + Number(facts[14])) / TICKS;
  } catch {
    return Number.NaN;
  }
}
