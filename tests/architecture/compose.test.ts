import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly user?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly container_name?: string;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly volumes?: readonly string[];
}

const text = readFileSync("docker-compose.yml", "utf8");
const compose = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const dockerfile = readFileSync("Dockerfile", "utf8");
const names = Object.keys(compose.services);
const service = (name: string): Service => compose.services[name] ?? {};
const OURS = ["migrate", "publisher", "web", "worker", "signer"];
const ONE_SHOT = "migrate";

it("is read as it is meant: eight services", () => {
  const all = ["migrate", "objects", "postgres", "publisher", "signer", "valkey", "web", "worker"];
  expect([...names].sort()).toEqual(all);
});

describe.each(names)("the service %s", (name) => {
  it("runs as a user who is not root", () => {
    expect(service(name).user).toMatch(/^(?!root\b|0+(:|$))[\w-]+(:[\w-]+)?$/);
  });

  it("gains no privilege, has no capability, and cannot change its own image", () => {
    expect(service(name).security_opt).toEqual(["no-new-privileges:true"]);
    expect(service(name).cap_drop).toEqual(["ALL"]);
    expect(service(name).read_only).toBe(true);
  });

  it("says whether it is healthy, or ends", () => {
    if (name === ONE_SHOT) expect(service(name)).toMatchObject({ restart: "no" });
    else expect(service(name).healthcheck?.test.length).toBeGreaterThan(1);
  });

  it("is pinned to a release", () => {
    if (service(name).build) return;
    expect(service(name).image).toMatch(/:\d+(\.\d+)*$/);
  });

  it("starts when what it needs is there, not merely started", () => {
    for (const [needed, { condition }] of Object.entries(service(name).depends_on ?? {})) {
      expect(names).toContain(needed);
      expect(condition).toBe(needed === ONE_SHOT ? "service_completed_successfully" : "service_healthy");
    }
  });

  it("keeps its data in a volume that is declared", () => {
    const used = (service(name).volumes ?? []).map((volume) => volume.split(":")[0]);
    expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(used));
    if (["postgres", "valkey", "objects"].includes(name)) expect(used).toEqual([name]);
  });
});

describe("what waits for whom", () => {
  it("is: the migration for the database, web for the migrated database and the files, the worker for the queue as well", () => {
    const needs = (name: string) => Object.keys(service(name).depends_on ?? {}).sort();
    expect(needs("migrate")).toEqual(["postgres"]);
    expect(needs("web")).toEqual(["migrate", "objects", "signer"]);
    expect(needs("publisher")).toEqual(["migrate", "objects", "signer"]);
    expect(needs("worker")).toEqual(["migrate", "objects", "signer", "valkey"]);
  });
});

describe("the signing process", () => {
  it("has its secret and its keys to itself", () => {
    for (const name of names.filter((each) => each !== "signer")) {
      expect(Object.keys(service(name).environment ?? {})).not.toContain("TWOGATE_SIGNER_SECRET");
      expect((service(name).volumes ?? []).filter((volume) => volume.startsWith("signing:"))).toEqual([]);
    }
    expect(Object.keys(service("signer").environment ?? {})).not.toContain("TWOGATE_SECRET");
    expect(service("signer").networks).toEqual(["signing"]);
    expect(compose.networks.signing).toEqual({ internal: true });
  });
});

describe("the worker", () => {
  it("can run many times: it has no name and no port of its own", () => {
    expect(service("worker").container_name).toBeUndefined();
    expect(service("worker").ports).toBeUndefined();
  });
});

describe("secrets", () => {
  const interpolated = [...text.matchAll(/(?<!\$)\$\{([A-Z0-9_]+)([^}]*)\}/g)];
  const isSecret = (name: string) => /PASSWORD|SECRET|KEY/.test(name);

  it("have no default, and are asked for by name when they are missing", () => {
    const secrets = interpolated.filter(([, name = ""]) => isSecret(name));
    expect(secrets.length).toBeGreaterThan(8);
    for (const [, name, rest] of secrets) expect({ name, rest }).toMatchObject({ rest: expect.stringMatching(/^:\?/) });
  });

  it("are just those that are made by the command in the first line, long, and fit into an address", () => {
    const made = execFileSync(process.execPath, ["src/launch/secrets.mjs"], { encoding: "utf8" }).trim().split("\n");
    const known = Object.fromEntries(made.map((line) => line.split("=") as [string, string]));
    const wanted = new Set(interpolated.map(([, name = ""]) => name).filter(isSecret));
    expect(Object.keys(known).sort()).toEqual([...wanted].sort());
    for (const value of Object.values(known)) expect(value).toMatch(/^[A-Za-z0-9_-]{16,}$/);
    expect(known.TWOGATE_SECRET?.length).toBeGreaterThanOrEqual(32);
  });

  it("of the person who builds it do not get into the image", () => {
    expect(readFileSync(".dockerignore", "utf8").split("\n")).toEqual(
      expect.arrayContaining([".env*", ".data", ".git"]),
    );
  });
});

describe("the environment", () => {
  const known = [...readFileSync("src/runtime/env.ts", "utf8").matchAll(/^ {2}([A-Z][A-Z0-9_]+): z\b/gm)].map(
    ([, name]) => name,
  );

  it("is described, every variable of it, to those who install the product", () => {
    const described = readFileSync("docs/deployment.md", "utf8");
    expect(known.filter((name) => name !== "NODE_ENV" && !described.includes(`\`${name}\``))).toEqual([]);
  });

  it.each(OURS)("of %s holds only what the product reads", (name) => {
    const given = Object.keys(service(name).environment ?? {});
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter((each) => !known.includes(each))).toEqual([]);
  });

  it("of web and worker is the same, and complete for Redis and S3", () => {
    expect(service("web").environment).toEqual(service("worker").environment);
    expect(Object.keys(service("web").environment ?? {})).toEqual(
      expect.arrayContaining(["DATABASE_URL", "REDIS_URL", "S3_ENDPOINT", "S3_BUCKET", "TWOGATE_SECRET"]),
    );
  });

  it("leads to the services by their names", () => {
    const { DATABASE_URL = "", REDIS_URL = "", S3_ENDPOINT = "" } = service("web").environment ?? {};
    for (const [url, host] of [
      [DATABASE_URL, "@postgres:5432/"],
      [REDIS_URL, "@valkey:6379"],
      [S3_ENDPOINT, "//objects:8333"],
    ] as const)
      expect(url).toContain(host);
  });
});

describe("valkey", () => {
  it("loses nothing that it need not lose: it writes what it takes, throws nothing out, and asks for its password", () => {
    const command = service("valkey").command?.join(" ") ?? "";
    expect(command).toContain("--appendonly yes");
    expect(command).toContain("--maxmemory-policy noeviction");
    expect(command).toMatch(/--requirepass \$\{VALKEY_PASSWORD:\?/);
  });
});

describe("the networks", () => {
  it("let only web and what is published be reached from outside, and nothing else reach out", () => {
    expect(compose.networks.inner?.internal).toBe(true);
    for (const name of names) {
      const isOpen = ["web", "publisher"].includes(name);
      if (name !== "signer") expect(service(name).networks).toEqual(isOpen ? ["inner", "outer"] : ["inner"]);
      expect(service(name).ports !== undefined).toBe(isOpen);
    }
  });
});

describe("the image", () => {
  it("is built on one release of Node with long-term support, and runs without root", () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(bases.length).toBe(2);
    expect(new Set(bases).size).toBe(1);
    const major = Number(/^node:(\d+)-/.exec(bases[0] ?? "")?.[1]);
    expect(major % 2).toBe(0);
    expect(dockerfile.split("\n").filter((line) => line.startsWith("USER"))).toEqual(["USER 1000:1000"]);
  });

  it("holds every file that a service is started with", () => {
    const bundles = readFileSync("src/launch/prepare.mjs", "utf8");
    expect(service("migrate").command).toEqual(["node", "dist/migrate.mjs"]);
    expect(service("worker").command).toEqual(["node", "dist/worker.mjs"]);
    expect(service("publisher").command).toEqual(["node", "dist/publisher.mjs"]);
    for (const bundle of ["migrate", "worker", "publisher", "reader"])
      expect(bundles).toMatch(new RegExp(`${bundle}: "src/`));
    expect(service("web").command?.[1]).toBe("node_modules/next/dist/bin/next");
  });
});
