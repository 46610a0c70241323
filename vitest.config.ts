import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": path("./src"), "@tests": path("./tests") } },
  test: {
    include: ["tests/{unit,property,architecture,contracts,integration}/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 90_000,
    pool: "forks",
    maxWorkers: 2,
    globalSetup: ["tests/support/global-setup.ts"],
  },
});
