import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const path = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

/** Documents from elsewhere, which are no part of this repository; what tests with them is extra. */
const kit = process.env.TWOGATE_DOCUMENTS_KIT ?? "../shared/kits/documents";
const extra = "tests/**/*-kit.test.ts";
if (!existsSync(kit)) process.stdout.write(`The documents of ${kit} are not here; ${extra} is left out.\n`);

export default defineConfig({
  resolve: { alias: { "@": path("./src"), "@tests": path("./tests") } },
  test: {
    include: ["tests/{unit,property,architecture,contracts,integration}/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...(existsSync(kit) ? [] : [extra])],
    // What the processes of the product are told by their launcher; each test file has a database of its own.
    env: {
      NODE_ENV: "test",
      DATABASE_URL: "postgresql://127.0.0.1:1/none",
      TWOGATE_SECRET: "a secret of the tests, and of nothing else",
      TWOGATE_LOG_LEVEL: "silent",
    },
    testTimeout: 60_000,
    hookTimeout: 90_000,
    pool: "forks",
    maxWorkers: 2,
    globalSetup: ["tests/support/global-setup.ts"],
  },
});
