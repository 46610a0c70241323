import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { urlOfRunning } from "@/adapters/postgres/cluster-home";
import { DATABASE } from "./settings";

/**
 * What the command line need not be told, because `npm start` wrote it down: the secret of the data, and the address
 * of the embedded database while it runs. What the environment says comes first.
 */
export function knownSettings(): Readonly<Record<string, string>> {
  const data = resolve(process.env.TWOGATE_DATA ?? ".data");
  const secret = join(data, "secret");
  const url = process.env.DATABASE_URL ?? urlOfRunning(join(data, "postgres"), DATABASE);
  return {
    TWOGATE_DATA: data,
    ...(url ? { DATABASE_URL: url } : {}),
    ...(!process.env.TWOGATE_SECRET && existsSync(secret)
      ? { TWOGATE_SECRET: readFileSync(secret, "utf8").trim() }
      : {}),
  };
}
