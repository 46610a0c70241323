import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": path("./src"), "@tests": path("./tests") } },
  test: {
    include: ["tests/{unit,property,architecture,contracts,integration}/**/*.test.ts"],
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
