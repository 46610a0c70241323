import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ensureDatabase, startCluster } from "../../src/adapters/postgres/cluster";
import { migrate } from "../../src/adapters/postgres/migrate";
import { loadReferenceData } from "../../src/adapters/postgres/reference-loader";
import { prepare } from "../../src/launch/prepare.mjs";

const TEMPLATE = "twogate_template";

declare module "vitest" {
  interface ProvidedContext {
    readonly clusterUrl: string;
    readonly template: string;
    /** Where the readings of this run are remembered. */
    readonly readings: string;
  }
}

/** Bundles that match the sources, and one PostgreSQL for the run, with a migrated database that every test file copies. */
export default async function setup(project: TestProject) {
  await prepare();
  const folder = mkdtempSync(join(tmpdir(), "twogate-test-"));
  const cluster = await startCluster({ folder, isDurable: false });
  const url = await ensureDatabase(cluster, TEMPLATE);
  await migrate(url, "prisma/migrations");
  await loadReferenceData(url, "prisma/reference");
  await loadReferenceData(url, "prisma/reference/demonstration");
  project.provide("clusterUrl", cluster.url("postgres"));
  project.provide("template", TEMPLATE);
  const readings = mkdtempSync(join(tmpdir(), "twogate-readings-"));
  project.provide("readings", readings);
  return async () => {
    await cluster.stop();
    for (const each of [folder, readings]) rmSync(each, { recursive: true, force: true });
  };
}
