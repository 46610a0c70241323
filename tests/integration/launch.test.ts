import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { requireNode } from "../../src/launch/prepare.mjs";

const data = mkdtempSync(join(tmpdir(), "twogate-launch-"));
// Where the database server's own user can reach it, so that it is used as it is.
chmodSync(data, 0o755);
afterAll(() => rmSync(data, { recursive: true, force: true }));

function launch(environment: Record<string, string>) {
  return spawnSync(process.execPath, ["src/launch/main.mjs"], {
    encoding: "utf8",
    timeout: 60_000,
    env: { ...process.env, DATABASE_URL: undefined, TWOGATE_SECRET: undefined, ...environment } as NodeJS.ProcessEnv,
  });
}

/** The last line that was said: what is wrong, and what to do. */
function lastWords(outcome: { readonly stderr: string }): string {
  return (
    outcome.stderr
      .trim()
      .split("\n")
      .filter((line) => !line.includes("Warning") && !line.includes("trace-deprecation"))
      .at(-1) ?? ""
  );
}

describe("npm start says in one sentence, with the remedy,", () => {
  it("that Node is too old", () => {
    expect(() => requireNode("18.19.0")).toThrow(
      /needs Node 20\.19 or newer and this is 18\.19\.0\. Install the current LTS/,
    );
    expect(() => requireNode("20.19.0")).not.toThrow();
    expect(() => requireNode("24.1.0")).not.toThrow();
  });

  it("that the port is taken", async () => {
    const server: Server = createServer();
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    const port = String(typeof address === "object" && address ? address.port : 0);
    const outcome = launch({ PORT: port, TWOGATE_DATA: join(data, "taken") });
    server.close();
    expect(outcome.status).toBe(1);
    expect(lastWords(outcome)).toMatch(
      new RegExp(`Port ${port} is taken by another program\\. Stop it, or choose another`),
    );
  });

  it("that the data are broken", () => {
    const folder = join(data, "broken");
    mkdirSync(join(folder, "postgres", "pgdata"), { recursive: true });
    writeFileSync(join(folder, "postgres", "pgdata", "rubbish"), "x");
    const outcome = launch({ PORT: "39871", TWOGATE_DATA: folder });
    expect(outcome.status).toBe(1);
    expect(lastWords(outcome)).toMatch(/holds no PostgreSQL database\. Move it away, and start again/);
  });

  it("that the secret is damaged", () => {
    const folder = join(data, "secret");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "secret"), "short");
    const outcome = launch({ PORT: "39872", TWOGATE_DATA: folder });
    expect(lastWords(outcome)).toMatch(/is damaged\. Restore it from a backup/);
  });
});
