import { type ChildProcessByStdio, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { chromium, type FullConfig } from "@playwright/test";
import { PASSWORD, PEOPLE, stateOf } from "./people";

// It installs, builds, reads fourteen documents and trains a model meanwhile.
const START_MS = 360_000;

/** Starts the product as a person would, with data of its own, and signs everybody in once. */
export default async function setup(config: FullConfig) {
  const data = mkdtempSync(join(tmpdir(), "twogate-e2e-"));
  process.env.TWOGATE_E2E_DATA = data;
  const base = new URL(config.projects[0]?.use.baseURL ?? "");
  const product = spawn(process.execPath, ["src/launch/main.mjs"], {
    env: {
      ...process.env,
      PORT: base.port,
      TWOGATE_DATA: data,
      TWOGATE_SIGN_IN_LIMIT: "100",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await untilReady(product);
  } catch (error) {
    // Nobody else knows of it, and it would hold its port and its half of the machine for good.
    product.kill("SIGINT");
    throw error;
  }
  mkdirSync("test-results", { recursive: true });
  const browser = await chromium.launch(config.projects[0]?.use.launchOptions ?? {});
  for (const [name, email] of Object.entries(PEOPLE)) {
    const context = await browser.newContext({ baseURL: base.href });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/(broker|compliance|admin)\//);
    await context.storageState({ path: stateOf(name as keyof typeof PEOPLE) });
    await context.close();
  }
  await browser.close();
  return async () => {
    if (product.exitCode !== null || product.signalCode !== null)
      throw new Error(`the product ended before its tests did, with ${product.exitCode ?? product.signalCode}`);
    const ended = new Promise<void>((resolve) => product.once("exit", () => resolve()));
    product.kill("SIGINT");
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
}

/** Waits for the sentence that says where the product is. */
function untilReady(product: ChildProcessByStdio<null, Readable, null>): Promise<void> {
  return new Promise<void>((ready, failed) => {
    const timer = setTimeout(() => failed(new Error("the product did not start in time")), START_MS);
    product.stdout.on("data", (chunk: Buffer) => {
      if (!chunk.toString().includes("Twogate is ready")) return;
      clearTimeout(timer);
      ready();
    });
    product.once("exit", (code) => failed(new Error(`the product ended with ${code}`)));
  });
}
