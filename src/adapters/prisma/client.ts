import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";

/** Connects as a role that owns nothing; `role` is the one that the connection's transactions run under. */
export function connect(
  url: string,
  role: "twogate_app" | "twogate_auth" | "twogate_relay",
  maxConnections: number,
): PrismaClient {
  const adapter = new PrismaPg({ connectionString: url, options: `-c role=${role}`, max: maxConnections });
  return new PrismaClient({ adapter });
}

export type { PrismaClient } from "./generated/client";

/** The client inside a transaction. */
export type PrismaTransaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
