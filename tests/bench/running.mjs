// What the benches of the running product share: starting it, signing in, waiting.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

/** The process itself, not the shell and the npm above it. */
export const LAUNCHER = /^\S*node\S* src\/launch\/main\.mjs/;
const POLL_MS = 25;
const FIRST_START_MS = 15 * 60_000;
const STEP_MS = 120_000;
const PASSWORD = "two-gates-one-declaration";
/** Settings of whoever calls, which the product must not take over. */
const SETTINGS = /^(TWOGATE_|S3_|DATABASE_URL$|REDIS_URL$|PORT$|WORKER_PORT$|SIMULATOR_PORT$|HOST$|NODE_ENV$|npm_)/;

/** `npm start` in a folder, with these settings and no others, until it says that it is ready. */
export async function startIn(folder, settings) {
  say("npm start");
  const port = await freePort();
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.test(name)));
  const child = spawn("npm", ["start"], {
    cwd: folder,
    env: {
      ...environment,
      PORT: String(port),
      WORKER_PORT: String(await freePort()),
      SIMULATOR_PORT: String(await freePort()),
      TWOGATE_PUBLISHER_PORT: String(await freePort()),
      ...settings,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = [];
  child.stdout.on("data", (chunk) => {
    lines.push({ at: Date.now(), text: chunk.toString() });
    process.stderr.write(chunk);
  });
  await until(
    "the product is ready",
    () => {
      if (child.exitCode !== null) throw new Error("The product ended while starting.");
      return lines.some(({ text }) => text.includes("Twogate is ready"));
    },
    FIRST_START_MS,
  );
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    saidAt: (pattern) => lines.find(({ text }) => pattern.test(text))?.at ?? Number.NaN,
  };
}

/** Ctrl-C, and everything is gone. */
export async function stop({ child }) {
  const launcher = familyOf(child.pid).find(({ command }) => LAUNCHER.test(command));
  if (child.exitCode !== null || !launcher) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(launcher.pid, "SIGINT");
  await ended;
}

/** A process and all of its descendants; empty where the system has no /proc. */
export function familyOf(ancestor) {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const facts = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1).split(" ");
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        return [{ pid: Number(name), parent: Number(facts[1]), command }];
      } catch {
        return [];
      }
    });
  const below = (pid) => all.filter(({ parent }) => parent === pid).flatMap((each) => [each, ...below(each.pid)]);
  return [...all.filter(({ pid }) => pid === ancestor), ...below(ancestor)];
}

/** Calls of the API as somebody of the demonstration. */
export async function signIn(base, email) {
  const answer = await fetch(`${base}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: base },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`Signing in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: { cookie, origin: base, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? null : response.json();
  };
}

/** Asks again and again until it holds; an error that names what was waited for when it does not. */
export async function until(what, holds, withinMs = STEP_MS) {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (await holds()) return;
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  throw new Error(`Waited ${withinMs / 1000} s in vain until ${what}.`);
}

export function say(what) {
  process.stderr.write(`· ${what} …\n`);
}

function freePort() {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
