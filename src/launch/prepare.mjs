import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPage } from "../verifier/build.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
/** This file runs where it lies, and, bundled, from `dist`. */
export const root = basename(here) === "dist" ? join(here, "..") : join(here, "..", "..");

const NODE_FLOOR = [20, 19];

/** Checks Node, installs the locked packages when they are missing or stale, generates the client, bundles our own code. */
export async function prepare() {
  requireNode(process.versions.node);
  process.chdir(root);
  install();
  generate();
  await bundle();
}

/** Says in one sentence what is wrong with the Node that runs us. */
export function requireNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > NODE_FLOOR[0] || (major === NODE_FLOOR[0] && minor >= NODE_FLOOR[1])) return;
  throw new Error(
    `Twogate needs Node ${NODE_FLOOR.join(".")} or newer and this is ${version}. Install the current LTS from nodejs.org, then run npm start again.`,
  );
}

function install() {
  if (packagesAreInstalled()) return;
  say("Installing the locked packages");
  // Scripts of packages are not run: the project needs none of them, and they are how supply chains are attacked.
  run(
    "npm",
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
    {},
    "The packages could not be installed. Check that the npm registry can be reached, then run it again.",
  );
}

/** npm leaves beside the packages what it installed; it writes that last, so a broken-off installation has none. */
function packagesAreInstalled() {
  const note = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const installed = JSON.parse(readFileSync(note, "utf8"));
  return matchesLock(locked, installed) && Object.keys(installed.packages).every((at) => existsSync(join(root, at)));
}

/**
 * Whether npm's note of what it installed agrees with the lock: every package is there in its version and with its
 * hash. Only an optional one may be absent, because it may be for another platform.
 */
export function matchesLock(locked, installed) {
  return Object.entries(locked.packages).every(([at, wanted]) => {
    if (at === "") return true;
    const found = installed.packages[at];
    if (!found) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function generate() {
  const schema = join(root, "prisma", "schema.prisma");
  const target = join(root, "src", "adapters", "prisma", "generated");
  if (isFresh("generated", digest([schema]), target)) return;
  say("Generating the database client");
  const engine = join(root, "dist", process.platform === "win32" ? "no-engine.cmd" : "no-engine");
  mkdirSync(join(root, "dist"), { recursive: true });
  // Generating needs no engine, but the command line would fetch one if it found none.
  writeFileSync(engine, process.platform === "win32" ? "@exit 0\r\n" : "#!/bin/sh\nexit 0\n");
  chmodSync(engine, 0o755);
  run(
    process.execPath,
    [join(root, "node_modules", "prisma", "build", "index.js"), "generate", "--no-hints"],
    { PRISMA_SCHEMA_ENGINE_BINARY: engine, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
    "The database client could not be generated.",
  );
  stampFresh("generated", digest([schema]));
}

/** Bundles the launcher, the worker, the reader and the command line, whose packages stay outside, and the page of the verifier, which has all in it. */
async function bundle() {
  const sources = files(join(root, "src"), /\.(ts|json)$|[\\/]verifier[\\/][^\\/]+$/).filter(
    (file) => !file.includes(join("src", "app") + sep) && !file.includes(join("src", "ui") + sep),
  );
  const icon = join(root, "public", "icon.svg");
  const mark = digest([...sources, icon, join(root, "tsconfig.json"), fileURLToPath(import.meta.url)]);
  // The page is the last that is made.
  if (isFresh("bundles", mark, join(root, "dist", "verify.html")) && existsSync(join(root, "dist", "launch.mjs")))
    return;
  say("Bundling");
  const { build, stop } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: {
      launch: "src/launch/start.ts",
      migrate: "src/launch/migrate.ts",
      "known-settings": "src/launch/known-settings.ts",
      demonstration: "src/launch/demonstrate.ts",
      worker: "src/worker/main.ts",
      simulator: "src/simulator/main.ts",
      signer: "src/signer/main.ts",
      department: "src/department/main.ts",
      publisher: "src/publisher/main.ts",
      reader: "src/adapters/reading/child.ts",
      trainer: "src/adapters/learning/child.ts",
      cli: "src/cli/main.ts",
    },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    sourcemap: true,
    logLevel: "error",
  });
  await buildPage(build, root);
  await stop();
  stampFresh("bundles", mark);
}

/** All files below a folder whose name matches. */
export function files(folder, pattern) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** A hash over names and contents; what it covers is unchanged while it stays the same. */
export function digest(paths) {
  const hash = createHash("sha256");
  for (const path of paths)
    if (existsSync(path) && statSync(path).isFile()) hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest("hex");
}

/** Whether `what` was made from just this and still exists. */
export function isFresh(what, mark, product) {
  const stamp = join(root, "dist", `.${what}`);
  return existsSync(product) && existsSync(stamp) && readFileSync(stamp, "utf8") === mark;
}

/** Remembers what `what` was made from. */
export function stampFresh(what, mark) {
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(join(root, "dist", `.${what}`), mark);
}

function run(command, args, environment, complaint) {
  const outcome = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    env: { ...process.env, ...environment },
    shell: process.platform === "win32" && command === "npm",
  });
  if (outcome.status === 0) return;
  const reason = `${outcome.stderr ?? ""}${outcome.stdout ?? ""}`.trim().split("\n").slice(-12).join("\n");
  throw new Error(`${complaint}\n${reason}`);
}

function say(what) {
  process.stdout.write(`· ${what} …\n`);
}
