import { join } from "node:path";
import pg from "pg";
import { urlOfRunning } from "@/adapters/postgres/cluster-home";

/** The database of the product that the setup started, for what would take a person too long to bring about. */
export async function connectToProduct(): Promise<pg.Client> {
  const url = urlOfRunning(join(process.env.TWOGATE_E2E_DATA ?? "", "postgres"), "twogate");
  if (!url) throw new Error("The product of the end-to-end tests has no database of its own that runs");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
