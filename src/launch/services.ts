import { Redis } from "ioredis";

const ANSWER_MS = 3_000;

/** Says which service of the operator's own does not answer, or would lose work; without one, Twogate needs none. */
export async function requireServices(): Promise<void> {
  const { REDIS_URL, S3_ENDPOINT } = process.env;
  if (REDIS_URL) await requireRedis(REDIS_URL);
  if (S3_ENDPOINT) await requireS3(S3_ENDPOINT);
}

async function requireRedis(url: string): Promise<void> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: ANSWER_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let reason = "";
  client.on("error", (error) => {
    reason = error.message;
  });
  try {
    await client.connect();
    await client.ping();
    const policy = await evictionOf(client);
    if (policy && policy !== "noeviction")
      throw new Error(
        `The Redis of REDIS_URL throws keys away when it is full (maxmemory-policy ${policy}), and jobs with them. Set maxmemory-policy noeviction.`,
      );
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("The Redis of REDIS_URL")) throw error;
    const words = reason || String(error);
    throw new Error(
      /NOAUTH|WRONGPASS|invalid password/.test(words)
        ? "The Redis of REDIS_URL refuses the user or the password. Correct REDIS_URL."
        : "The Redis of REDIS_URL does not answer. Start it, or correct REDIS_URL; without it jobs run over PostgreSQL.",
    );
  } finally {
    client.disconnect();
  }
}

/** What it does when it is full; null where an operator of many hides that. */
async function evictionOf(client: Redis): Promise<string | null> {
  try {
    const answer = (await client.config("GET", "maxmemory-policy")) as string[];
    return answer[1] ?? null;
  } catch {
    return null;
  }
}

async function requireS3(endpoint: string): Promise<void> {
  try {
    // Any answer will do: what it allows is asked when it is used.
    await fetch(endpoint, { signal: AbortSignal.timeout(ANSWER_MS) });
  } catch {
    throw new Error(
      `The object store of S3_ENDPOINT does not answer at ${endpoint}. Start it, or correct S3_ENDPOINT; without it files lie under TWOGATE_DATA.`,
    );
  }
}
