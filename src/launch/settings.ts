import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The database of the embedded server. */
export const DATABASE = "twogate";
/** A process that was just stopped lets go of its port within this time. */
const LET_GO_MS = 3_000;
const POLL_MS = 100;
/** The least that systems allow, with the byte that ends it. */
const MAX_SOCKET_PATH = 103;
const EVERYWHERE = ["0.0.0.0", "::"];

export type Settings = ReturnType<typeof settings>;

/** What web and worker are told. Without a database of the operator's own this is the demonstration. */
export function settings(data: string, secret: string, databaseUrl: string) {
  const { port, url } = webAddress();
  const simulator = isDemonstration() ? `http://127.0.0.1:${simulatorPort()}` : "";
  const socket = process.env.TWOGATE_SIGNER_SOCKET ?? ownSocket(data);
  return {
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    TWOGATE_DATA: data,
    TWOGATE_SECRET: secret,
    TWOGATE_URL: process.env.TWOGATE_URL ?? url,
    TWOGATE_TRUSTED_ORIGINS: process.env.TWOGATE_TRUSTED_ORIGINS ?? `http://localhost:${port}`,
    TWOGATE_MODE: process.env.TWOGATE_MODE ?? (isDemonstration() ? "demo" : "live"),
    TWOGATE_AUTHORITY_ADDRESSES: [process.env.TWOGATE_AUTHORITY_ADDRESSES, simulator].filter(Boolean).join(","),
    ...(simulator ? { TWOGATE_SIMULATOR_URL: simulator, SIMULATOR_PORT: String(simulatorPort()) } : {}),
    TWOGATE_SIGNER_SOCKET: socket,
    TWOGATE_WITNESSES: process.env.TWOGATE_WITNESSES ?? "",
    TWOGATE_PUBLISHER_URL: process.env.TWOGATE_PUBLISHER_URL ?? publisherAddress(),
    TWOGATE_PUBLISHER_HOST: process.env.TWOGATE_PUBLISHER_HOST ?? webAddress().host,
    TWOGATE_PUBLISHER_PORT: String(publisherPort()),
    TWOGATE_LOG_LEVEL: process.env.TWOGATE_LOG_LEVEL ?? "warn",
    WORKER_PORT: String(workerPort()),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Whether this is the demonstration, which has generated data and a simulated authority. */
export function isDemonstration(): boolean {
  return (process.env.TWOGATE_MODE ?? (process.env.DATABASE_URL ? "live" : "demo")) === "demo";
}

/** Where web listens, and where it answers a browser on this machine. */
export function webAddress() {
  const port = portIn("PORT", 3000);
  const host = process.env.HOST ?? "127.0.0.1";
  const name = EVERYWHERE.includes(host) ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return { host, port, url: `http://${name}:${port}` };
}

/** Says which port is taken by whom else, and how to choose another. */
export async function requireFreePorts(isDemo: boolean): Promise<void> {
  const { host, port } = webAddress();
  if (!(await becomesFree(host, port)))
    throw new Error(
      `Port ${port} is taken by another program. Stop it, or choose another with PORT=${port + 100} npm start.`,
    );
  const other = workerPort();
  if (!(await becomesFree("127.0.0.1", other)))
    throw new Error(
      `Port ${other}, where the worker tells its health, is taken by another program. Stop it, or choose another with WORKER_PORT=${other + 100} npm start.`,
    );
  for (const port of isDemo ? DEPARTMENTS.map(departmentPort) : [])
    if (!(await becomesFree("127.0.0.1", port)))
      throw new Error(
        `Port ${port}, where a department of the demonstration listens, is taken by another program. Stop it, or choose others with PORT=${webAddress().port + 100} npm start.`,
      );
  const published = publisherPort();
  if (!(await becomesFree(host, published)))
    throw new Error(
      `Port ${published}, where passports are published, is taken by another program. Stop it, or choose another with TWOGATE_PUBLISHER_PORT=${published + 100} npm start.`,
    );
  const third = simulatorPort();
  if (isDemo && !(await becomesFree("127.0.0.1", third)))
    throw new Error(
      `Port ${third}, where the simulated authority of the demonstration listens, is taken by another program. Stop it, or choose another with SIMULATOR_PORT=${third + 100} npm start.`,
    );
}

export function makeDataFolder(data: string): void {
  mkdirSync(data, { recursive: true });
}

/** One secret for the life of the data, readable by its owner alone. */
export function keptSecret(data: string): string {
  return process.env.TWOGATE_SECRET ?? secretIn(data, "secret", "without it sealed personal data cannot be opened");
}

/** What the signing process alone is told, and from what its keys cannot be opened without it. */
export function signerSettings(data: string, socket: string) {
  return {
    TWOGATE_DATA: data,
    TWOGATE_SIGNER_SOCKET: socket,
    TWOGATE_SIGNER_SECRET:
      process.env.TWOGATE_SIGNER_SECRET ?? secretIn(data, "signer-secret", "without it nothing can be signed any more"),
    TWOGATE_LOG_ORIGIN:
      process.env.TWOGATE_LOG_ORIGIN ?? `${new URL(process.env.TWOGATE_URL ?? webAddress().url).host}/log`,
  };
}

/** Where the signing process of this launcher listens; a socket's path may have no more than some hundred bytes. */
export function ownSocket(data: string): string {
  const mark = createHash("sha256").update(data).digest("hex").slice(0, 16);
  if (process.platform === "win32") return `\\\\.\\pipe\\twogate-${mark}`;
  const path = join(data, "signer.sock");
  return Buffer.byteLength(path) <= MAX_SOCKET_PATH ? path : join(tmpdir(), `twogate-${mark}.sock`);
}

function secretIn(data: string, name: string, why: string): string {
  const file = join(data, name);
  if (!existsSync(file)) {
    // It appears whole, or not at all when we are killed meanwhile.
    writeFileSync(`${file}.new`, randomBytes(48).toString("base64url"), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32) throw new Error(`${file} is damaged. Restore it from a backup; ${why}.`);
  return secret;
}

/** The departments of the demonstration: each is a process with keys of its own. */
export const DEPARTMENTS = ["tax", "quarantine"] as const;

/** Where a department of the demonstration listens. */
export function departmentPort(department: (typeof DEPARTMENTS)[number]): number {
  return portIn("PORT", 3000) + 5 + DEPARTMENTS.indexOf(department);
}

/** Where the publisher answers a browser on this machine. */
export function publisherAddress(): string {
  const { url, port } = webAddress();
  return url.replace(`:${port}`, `:${publisherPort()}`);
}

function publisherPort(): number {
  return portIn("TWOGATE_PUBLISHER_PORT", portIn("PORT", 3000) + 3);
}

function simulatorPort(): number {
  return portIn("SIMULATOR_PORT", portIn("PORT", 3000) + 2);
}

function workerPort(): number {
  return portIn("WORKER_PORT", portIn("PORT", 3000) + 1);
}

function portIn(name: string, otherwise: number): number {
  const port = Number(process.env[name] ?? otherwise);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Error(`${name} is ${process.env[name]}; set it to a number between 1 and 65535.`);
}

async function becomesFree(host: string, port: number): Promise<boolean> {
  const deadline = Date.now() + LET_GO_MS;
  while (!(await isFree(host, port))) {
    if (Date.now() > deadline) return false;
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  return true;
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((answer, failed) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") answer(false);
      else
        failed(
          new Error(
            `HOST is ${host}, and nothing can listen there on port ${port} (${error.code}). Set HOST to an address of this machine and PORT to a port that you may use.`,
          ),
        );
    });
    server.listen(port, host, () => server.close(() => answer(true)));
  });
}
