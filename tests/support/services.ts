import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";

/** A redis-server of our own on a free port; null where none is installed. */
export async function startRedis() {
  if (process.env.TEST_REDIS_URL) return { url: process.env.TEST_REDIS_URL, stop: async () => undefined };
  const own = await startOwnRedis();
  return own && { url: own.url, stop: own.stop };
}

/** One that the test may harm; null where none is installed. */
export async function startOwnRedis() {
  const binary = ["/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"].find(
    (path) => existsSync(path),
  );
  if (!binary) return null;
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "twogate-redis-"));
  const url = `redis://127.0.0.1:${port}`;
  const launch = () =>
    spawn(binary, ["--port", String(port), "--dir", folder, "--save", "", "--maxmemory-policy", "noeviction"], {
      stdio: "ignore",
    });
  let child = launch();
  await untilAnswering(url);
  return {
    url,
    /** Kill -9. */
    kill: () => void child.kill("SIGKILL"),
    /** Stops it in its tracks: connections stay open and nothing answers. */
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    /** Starts it after a kill, with nothing in it. */
    startEmpty: async () => {
      child = launch();
      await untilAnswering(url);
    },
    stop: () => end(child, folder),
  };
}

/** An S3 server of our own on a free port, with the credentials that it knows; its buckets are folders in `folder`. */
export async function startS3() {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "twogate-s3-"));
  const child = spawn(
    process.execPath,
    ["node_modules/s3rver/bin/s3rver.js", "-a", "127.0.0.1", "-p", String(port), "-d", folder, "--silent"],
    { stdio: "ignore" },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  await until("the S3 server answers", async () => (await fetch(endpoint).catch(() => null)) !== null);
  return {
    endpoint,
    folder,
    region: "us-east-1",
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
    stop: () => end(child, folder),
  };
}

/** A TCP port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Waits for a condition with a deadline; what it is waited for is in the message when it does not come. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, withinMs = 30_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (await holds()) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`Waited ${withinMs} ms in vain until ${what}`);
}

async function untilAnswering(url: string): Promise<void> {
  await until("redis answers", async () => {
    const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return (await client.ping()) === "PONG";
    } catch {
      return false;
    } finally {
      client.disconnect();
    }
  });
}

async function end(child: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
