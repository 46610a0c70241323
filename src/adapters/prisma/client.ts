import { PrismaPg } from "@prisma/adapter-pg";
import { DependencyError } from "@/application/ports";
import { Prisma, PrismaClient } from "./generated/client";

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

/**
 * Codes with which Prisma says that the database was not reached, cut the connection, or had no connection to give:
 * https://www.prisma.io/docs/orm/reference/error-reference.
 */
const AWAY: readonly string[] = ["P1000", "P1001", "P1002", "P1008", "P1011", "P1017", "P2024", "P2028"];
/** Classes of SQLSTATE: connection exception, operator intervention (a shutdown, a terminated backend), too many connections. */
const AWAY_STATES = /^(08|57P|53300)/;

/** Runs `work`; an error that only says that the database is away becomes one that says so. */
export async function reaching<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isAway(error)) throw new DependencyError("database", true, "The database does not answer.", { cause: error });
    throw error;
  }
}

function isAway(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return AWAY.includes(error.code) || AWAY_STATES.test(stateOf(error));
}

/** What PostgreSQL itself called the error, its SQLSTATE; empty where Prisma did not pass it on. */
function stateOf({ meta }: InstanceType<typeof Prisma.PrismaClientKnownRequestError>): string {
  const cause = (meta as { driverAdapterError?: { cause?: { originalCode?: string } } } | undefined)?.driverAdapterError
    ?.cause;
  return cause?.originalCode ?? "";
}

/** Whether PostgreSQL ended the transaction because others were in its way: a deadlock, or a failure to serialize. */
export function isCrossed(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2034" || ["40P01", "40001"].includes(stateOf(error));
}

/** Whether the error only says that another row has the value already. */
export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
