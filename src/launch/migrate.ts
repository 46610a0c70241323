import { join } from "node:path";
import { migrate } from "@/adapters/postgres/migrate";
import { loadReferenceData } from "@/adapters/postgres/reference-loader";

/** Brings a database to this release: the migrations, then the reference data. Run once, before web and worker. */
const url = process.env.DATABASE_URL;
if (!url) throw new Error("Set DATABASE_URL to the database that is to be migrated.");
const applied = await migrate(url, join("prisma", "migrations"));
await loadReferenceData(url, join("prisma", "reference"));
process.stdout.write(`${applied.length} migrations applied\n`);
