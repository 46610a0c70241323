import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "../support/http";
import { ensureWebIsBuilt, living, type Product, startProduct, withoutSettings } from "../support/product";
import { freePort, startOwnRedis, until } from "../support/services";

const data = mkdtempSync(join(tmpdir(), "twogate-launch-"));
// Where the database server's own user can reach it, so that it is used as it is.
chmodSync(data, 0o755);
const started: Product[] = [];

afterAll(() => {
  for (const product of started) product.destroy();
  rmSync(data, { recursive: true, force: true });
});

/** How many others wait for each processor: what is promised holds for a machine that does nothing else. */
function crowd(): number {
  return Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
}

function launch(environment: Readonly<Record<string, string>>): Product {
  const product = startProduct(environment);
  started.push(product);
  return product;
}

/** Starts what cannot start, and gives the last line that it said: what is wrong, and what to do. */
async function lastWordsOf(environment: Readonly<Record<string, string>>): Promise<string> {
  const product = launch(environment);
  expect(await product.untilEnded(60_000)).toBe(1);
  return product.complained().trim().split("\n").at(-1) ?? "";
}

async function ports() {
  const [web, worker, simulator] = [await freePort(), await freePort(), await freePort()];
  return {
    ...{ PORT: String(web), WORKER_PORT: String(worker), SIMULATOR_PORT: String(simulator) },
    TWOGATE_PUBLISHER_PORT: String(await freePort()),
  };
}

/** Something that listens on a port, and answers as it is told; gives the port. */
async function occupy(
  answer: (socket: Socket) => void = () => undefined,
): Promise<{ port: number; close: () => void }> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : 0, close: () => server.close() };
}

describe("npm start says in one sentence, with the remedy,", () => {
  it("that the port is taken", async () => {
    const { port, close } = await occupy();
    const words = await lastWordsOf({ ...(await ports()), PORT: String(port), TWOGATE_DATA: join(data, "taken") });
    close();
    expect(words).toMatch(new RegExp(`Port ${port} is taken by another program\\. Stop it, or choose another`));
  });

  it("that the worker's port is taken", async () => {
    const { port, close } = await occupy();
    const environment = { ...(await ports()), WORKER_PORT: String(port), TWOGATE_DATA: join(data, "taken") };
    const words = await lastWordsOf(environment);
    close();
    expect(words).toMatch(new RegExp(`Port ${port}, where the worker tells its health, is taken .* WORKER_PORT=`));
  });

  it("that the data are broken", async () => {
    const folder = join(data, "broken");
    mkdirSync(join(folder, "postgres", "pgdata"), { recursive: true });
    writeFileSync(join(folder, "postgres", "pgdata", "rubbish"), "x");
    const words = await lastWordsOf({ ...(await ports()), TWOGATE_DATA: folder });
    expect(words).toMatch(/holds no PostgreSQL database\. Move it away, and start again/);
  });

  it("that the secret is damaged", async () => {
    const folder = join(data, "secret");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "secret"), "short");
    const words = await lastWordsOf({ ...(await ports()), TWOGATE_DATA: folder });
    expect(words).toMatch(/is damaged\. Restore it from a backup/);
  });

  it("that a setting is wrong", async () => {
    const environment = { ...(await ports()), TWOGATE_SECRET: "too short", TWOGATE_DATA: join(data, "setting") };
    expect(await lastWordsOf(environment)).toMatch(/environment is not complete\. TWOGATE_SECRET: /);
  });

  it("that a file is where the data belong", async () => {
    const file = join(data, "file");
    writeFileSync(file, "x");
    expect(await lastWordsOf({ ...(await ports()), TWOGATE_DATA: file })).toMatch(
      /A file is in the way of the folder .*file\. Move it away, or set TWOGATE_DATA/,
    );
  });

  it("that the PostgreSQL of the operator does not answer", async () => {
    const DATABASE_URL = `postgresql://twogate:secret@127.0.0.1:${await freePort()}/twogate`;
    const words = await lastWordsOf({ ...(await ports()), DATABASE_URL, TWOGATE_DATA: join(data, "own") });
    expect(words).toMatch(/The PostgreSQL of DATABASE_URL does not answer\. Start it, or correct DATABASE_URL/);
  });
});

const redis = await startOwnRedis(["--maxmemory-policy", "allkeys-lru", "--requirepass", "right"]);
afterAll(() => redis?.stop());

describe("npm start on services of an operator's own says in one sentence, with the remedy,", () => {
  const nowhere = async () => `127.0.0.1:${await freePort()}`;
  const withOwn = async (own: Readonly<Record<string, string>>) =>
    lastWordsOf({ ...(await ports()), ...own, TWOGATE_DATA: join(data, "own") });

  it("that Redis does not answer", async () => {
    expect(await withOwn({ REDIS_URL: `redis://${await nowhere()}` })).toMatch(
      /The Redis of REDIS_URL does not answer\. Start it, or correct REDIS_URL; without it/,
    );
  });

  it.skipIf(redis === null)("that Redis refuses the password", async () => {
    const REDIS_URL = redis?.url.replace("//", "//:wrong@") ?? "";
    expect(await withOwn({ REDIS_URL })).toMatch(/refuses the user or the password\. Correct REDIS_URL/);
  });

  it.skipIf(redis === null)("that Redis would throw jobs away", async () => {
    const REDIS_URL = redis?.url.replace("//", "//:right@") ?? "";
    expect(await withOwn({ REDIS_URL })).toMatch(/maxmemory-policy allkeys-lru.*Set maxmemory-policy noeviction/);
  });

  it("that the object store does not answer", async () => {
    expect(await withOwn({ S3_ENDPOINT: `http://${await nowhere()}` })).toMatch(
      /The object store of S3_ENDPOINT does not answer at http.*Start it, or correct S3_ENDPOINT/,
    );
  });
});

describe("the product, started and ended as people and machines do it,", () => {
  const folder = join(data, "product");
  let settings: Record<string, string>;

  beforeAll(async () => {
    settings = { ...(await ports()), TWOGATE_DATA: folder, TWOGATE_MODE: "live" };
    await ensureWebIsBuilt();
  }, 400_000);

  const answers = async (port: string | undefined, path: string) =>
    (await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null))?.ok === true;

  const find = (product: Product, part: RegExp) =>
    [...product.family()].find(([, command]) => part.test(command))?.[0] ?? 0;

  /** A browser that has begun to ask, and never ends. */
  async function holdConnection(): Promise<Socket> {
    const socket = connect(Number(settings.PORT), "127.0.0.1");
    await new Promise<void>((ready) => socket.once("connect", ready));
    socket
      .on("error", () => undefined)
      .write("POST /api/v1/shipments HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n");
    return socket;
  }

  it("starts, and stops what it had started when one part of it cannot start", async () => {
    const store = await occupy((socket) => socket.end("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n"));
    const product = launch({ ...settings, S3_ENDPOINT: `http://127.0.0.1:${store.port}` });
    await until("its database and its worker are there", () => find(product, /dist\/worker\.mjs/) !== 0);
    const family = [...product.family().keys()];
    expect(await product.untilEnded(60_000)).toBe(1);
    store.close();
    expect(product.complained()).toMatch(/The (worker|publisher) ended while starting: .*set S3_ACCESS_KEY_ID/);
    await until("nothing is left", () => living(family).length === 0, 10_000);
  });

  it("starts again what was killed: worker, web and PostgreSQL", async () => {
    const product = launch(settings);
    await product.untilReady();
    for (const [part, port] of [
      [/dist\/worker\.mjs/, settings.WORKER_PORT],
      [/next-server|next start/, settings.PORT],
      [/bin\/postgres -D/, settings.PORT],
    ] as const) {
      const killed = find(product, part);
      expect(killed).not.toBe(0);
      process.kill(killed, "SIGKILL");
      await until(`${part} is another process`, () => ![0, killed].includes(find(product, part)));
      await until(`${part} answers again`, () => answers(port, "/readyz"));
    }
  }, 120_000);

  it("gets a person from the command line, which finds its database by itself", async () => {
    const words = ["people", "add", "--email", "admin@new.example", "--name", "New", "--organisation", "New Brokers"];
    const made = spawnSync(process.execPath, ["src/launch/twogate.mjs", ...words], {
      encoding: "utf8",
      env: withoutSettings({ TWOGATE_DATA: folder, TWOGATE_PASSWORD: "a password of the admin" }),
    });
    expect(made.stdout).toBe("admin@new.example can sign in as admin of New Brokers.\n");
    const session = await signIn(`http://127.0.0.1:${settings.PORT}`, "admin@new.example", "a password of the admin");
    expect(await session.json("/api/v1/me")).toMatchObject({ email: "admin@new.example" });
  });

  it("names the living process that has the data already, and the remedy", async () => {
    const words = await lastWordsOf({ ...(await ports()), TWOGATE_DATA: folder });
    expect(words).toMatch(
      new RegExp(`is running on .*product already, as process ${started.at(-2)?.pid}\\. .*kill ${started.at(-2)?.pid}`),
    );
    expect(await answers(settings.PORT, "/readyz")).toBe(true);
  });

  it("starts again at once after its launcher and the guard of its database were killed", async () => {
    const before = started.at(-2);
    if (!before) throw new Error("nothing runs");
    const family = [...before.family().keys()];
    const postgres = find(before, /bin\/postgres -D/);
    process.kill(find(before, /read -r/), "SIGKILL");
    before.kill("SIGKILL");
    const product = launch(settings);
    await product.untilReady();
    expect(find(product, /bin\/postgres -D/)).not.toBe(postgres);
    await until("nothing of the one before is left", () => living(family).length === 0);
    expect(await answers(settings.PORT, "/readyz")).toBe(true);
  }, 90_000);

  it("leaves no process behind after Ctrl-C, though a browser holds a connection", async () => {
    const product = started.at(-1);
    if (!product) throw new Error("nothing runs");
    const socket = await holdConnection();
    const family = [...product.family().keys()];
    expect(family.length).toBeGreaterThan(5);
    product.kill("SIGINT");
    expect(await product.untilEnded(15_000)).toBe(0);
    socket.destroy();
    expect(living(family)).toEqual([]);
  });

  it("starts a second time within 15 seconds, and stops when its terminal is closed", async () => {
    const began = Date.now();
    const product = launch(settings);
    await product.untilReady();
    expect(Date.now() - began).toBeLessThan(15_000 * crowd());
    const family = [...product.family().keys()];
    product.closeOutput();
    product.kill("SIGHUP");
    expect(await product.untilEnded(15_000)).toBe(0);
    expect(living(family)).toEqual([]);
  }, 120_000);

  it("leaves no orphan for ever when its launcher alone is killed", async () => {
    const product = launch(settings);
    await product.untilReady();
    const family = [...product.family().keys()];
    product.kill("SIGKILL");
    await until("web, worker and PostgreSQL have ended by themselves", () => living(family).length === 0, 40_000);
  }, 90_000);
});
