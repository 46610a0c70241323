import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
const LOOKS = ["accessibility", "insight", "narrow-and-overlaid", "time", "verifier"].map((name) => `${name}.spec.ts`);
const port = Number(process.env.E2E_PORT ?? 3460);

export default defineConfig({
  testDir: "tests/e2e",
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // The journeys change one demonstration and go one after the other. Looking at screens changes nothing, so it goes
  // beside them on the other core.
  workers: 2,
  fullyParallel: false,
  projects: [
    { name: "journeys", testIgnore: LOOKS, workers: 1 },
    { name: "looks", testMatch: LOOKS, workers: 1 },
  ],
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  globalSetup: "./tests/e2e/global-setup.ts",
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    launchOptions: {
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
      ...(system ? { executablePath: system } : {}),
    },
  },
});
