import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { newApiKey } from "@/adapters/better-auth/sign-in";
import type { House } from "./house";
import { withoutSettings } from "./product";
import { freePort, until } from "./services";

const SECRET = "a secret of the tests, and of nothing else";
const BUNDLE = "dist/tests/api-process.mjs";

/** A process that serves the API over HTTP on the database and the files of a house. */
export interface ApiProcess {
  readonly hasEnded: () => boolean;
  /** Calls the API as the machine that has the key. */
  call(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  upload(shipmentId: string, path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  kill(): void;
}

/** Starts it; `death` is the request, and the commit of that request, after which it dies. */
export async function startApi(
  house: House,
  options: { readonly death?: readonly [method: string, ending: string, nth: string]; readonly env?: object } = {},
): Promise<ApiProcess> {
  await build({
    entryPoints: ["tests/support/api-process.ts"],
    outfile: BUNDLE,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  const port = await freePort();
  const child = spawn(process.execPath, [BUNDLE, String(port), ...(options.death ?? [])], {
    env: withoutSettings({
      DATABASE_URL: house.url,
      TWOGATE_DATA: house.folder,
      TWOGATE_SECRET: SECRET,
      TWOGATE_LOG_LEVEL: "silent",
      ...options.env,
    }),
    stdio: ["ignore", "ignore", "inherit"],
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const base = `http://127.0.0.1:${port}/api/v1`;
  const key = await giveKey(house);
  await until("the API answers", async () => (await fetch(`${base}/openapi.json`).catch(() => null))?.ok === true);
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${base}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) },
    });
  return {
    hasEnded,
    call,
    post: (path, body, headers = {}) =>
      call(path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", ...headers },
      }),
    upload: (shipmentId, path, headers = {}) =>
      call(`/shipments/${shipmentId}/documents`, {
        method: "POST",
        body: new Uint8Array(readFileSync(path)),
        headers: {
          "content-type": "application/octet-stream",
          "x-file-name": path.split("/").at(-1) ?? "",
          ...headers,
        },
      }),
    kill: () => void child.kill("SIGKILL"),
  };
}

/** The same key for every process of the house: whoever sends a request again is the same machine. */
const keys = new WeakMap<House, string>();

async function giveKey(house: House): Promise<string> {
  const known = keys.get(house);
  if (known) return known;
  const { prefix, secret, secretHash } = newApiKey();
  await house.sql.query(
    "insert into api_key (organisation_id, id, name, prefix, secret_hash, roles, created_by, created_at) values ($1, gen_random_uuid(), 'test', $2, $3, '{broker}', 'test', now())",
    [house.broker.organisationId, prefix, secretHash],
  );
  keys.set(house, secret);
  return secret;
}
