// `npm test`: sets up what it needs, runs every check and test, and ends with `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { prepare, root } from "../../src/launch/prepare.mjs";

const isCi = process.env.CI === "true";
const total = { passed: 0, failed: 0, skipped: 0 };

process.chdir(root);
await prepare();
installSystemPackages();
rmSync("test-results", { recursive: true, force: true });
mkdirSync("test-results", { recursive: true });

check("format and lint", "node_modules/.bin/biome", ["check", "."]);
check("types", "node_modules/.bin/tsc", ["--noEmit", "-p", "."]);
check("architecture walls", "node_modules/.bin/depcruise", ["src", "--config", ".dependency-cruiser.cjs"]);
check("unused code", "node_modules/.bin/knip", ["--no-progress"]);
vitest();
playwright();

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/** A browser, a Redis server and a Python for the second verifier, through apt where this is root on Debian; else what is on the path. */
function installSystemPackages() {
  const wanted = [
    ["chromium", existsSync("/usr/bin/chromium")],
    ["redis-server", existsSync("/usr/bin/redis-server")],
    ["python3", spawnSync("python3", ["--version"]).status === 0],
  ].filter(([, isThere]) => !isThere);
  if (wanted.length === 0 || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  process.stdout.write(`· Installing ${wanted.map(([name]) => name).join(", ")} …\n`);
  const apt = (...args) =>
    spawnSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", ...wanted.map(([name]) => name));
}

function check(name, command, args) {
  const outcome = spawnSync(command, args, { stdio: ["ignore", "pipe", "pipe"], encoding: "utf8", maxBuffer: 1e9 });
  const isGood = outcome.status === 0;
  total[isGood ? "passed" : "failed"] += 1;
  process.stdout.write(`${isGood ? "✓" : "✗"} ${name}\n`);
  if (!isGood) process.stdout.write(`${outcome.stdout}\n${outcome.stderr}\n`);
}

function vitest() {
  const outcome = spawnSync(
    "node_modules/.bin/vitest",
    ["run", "--reporter=default", "--reporter=json", "--outputFile=test-results/vitest.json"],
    { stdio: "inherit" },
  );
  const report = readReport("test-results/vitest.json");
  total.passed += report?.numPassedTests ?? 0;
  total.failed += report?.numFailedTests ?? 0;
  const open = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  skip("tests of a backend that is not installed", open);
  // A file that does not load has no tests to count.
  if (outcome.status !== 0 && !report?.numFailedTests) total.failed += 1;
}

function playwright() {
  const hasBrowser =
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].some((path) => existsSync(path)) ||
    hasOwnBrowser();
  if (!hasBrowser)
    return skip("end-to-end tests: there is no Chromium (install it, or run npx playwright install chromium)", 1);
  const outcome = spawnSync("node_modules/.bin/playwright", ["test"], { stdio: "inherit" });
  const report = readReport("test-results/e2e.json");
  total.passed += report?.stats.expected ?? 0;
  total.failed += (report?.stats.unexpected ?? 0) + (report?.stats.flaky ?? 0);
  skip("end-to-end tests", report?.stats.skipped ?? 0);
  if (outcome.status !== 0 && !report?.stats.unexpected) total.failed += 1;
}

/** What cannot run is said; where everything must run it is a failure. */
function skip(what, count) {
  if (count === 0) return;
  process.stdout.write(`skipped: ${what} (${count})\n`);
  total[isCi ? "failed" : "skipped"] += count;
}

function hasOwnBrowser() {
  return spawnSync("node_modules/.bin/playwright", ["install", "chromium"], { stdio: "ignore" }).status === 0;
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}
