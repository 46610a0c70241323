import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { JOBS } from "@/contracts/jobs";
import { CREDIT_TIERS } from "@/domain/aeo/authorisation";
import { CLEARANCE_STATES, STAGES } from "@/domain/clearance/lifecycle";
import { DOCUMENT_STATES } from "@/domain/document/document";
import { LANES } from "@/domain/selectivity/lanes";

interface Cruise {
  readonly summary: { readonly violations: readonly unknown[]; readonly totalCruised: number };
  readonly modules: readonly { readonly source: string }[];
}

const cruise = JSON.parse(
  execFileSync("node_modules/.bin/depcruise", ["src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"], {
    encoding: "utf8",
    maxBuffer: 1e9,
  }),
) as Cruise;

describe("the walls", () => {
  it("hold everywhere", () => {
    expect(cruise.summary.violations).toEqual([]);
  });

  it("were looked at in every module there is", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" })
      .map((file) => `src/${file.replaceAll("\\", "/")}`)
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith(".d.mts") && !file.includes("/generated/"));
    const seen = new Set(cruise.modules.map((module) => module.source));
    expect(files.filter((file) => !seen.has(file))).toEqual([]);
    expect(files.length).toBeGreaterThan(150);
  });
});

describe("the database's words", () => {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  const valuesOf = (name: string) =>
    (new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(schema)?.[1] ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("@@"));
  it.each([
    ["Stage", STAGES],
    ["ClearanceState", CLEARANCE_STATES],
    ["Lane", LANES],
    ["DocumentState", DOCUMENT_STATES],
    ["CreditTier", CREDIT_TIERS],
  ] as const)("are the domain's for %s", (name, values) => {
    expect(valuesOf(name)).toEqual([...values]);
  });
});

describe("jobs", () => {
  it("carry ids and nothing else", () => {
    const fields = Object.values(JOBS).flatMap((job) => Object.keys(job.payload.shape));
    expect(fields.every((field) => /Ids?$/.test(field))).toBe(true);
  });

  it("still read the payloads of earlier releases", () => {
    const frozen = JSON.parse(readFileSync("tests/contracts/jobs.json", "utf8")) as Record<string, unknown[]>;
    for (const [name, payloads] of Object.entries(frozen)) {
      for (const payload of payloads)
        expect(JOBS[name as keyof typeof JOBS].payload.safeParse(payload).success).toBe(true);
    }
    expect(Object.keys(frozen).sort()).toEqual(Object.keys(JOBS).sort());
  });
});

describe("the catalogues", () => {
  const keysOf = (value: unknown, path = ""): string[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
      : [path];
  it.each([
    "src/messages",
    "src/contracts/messages/issues",
    "src/contracts/messages/reasons",
    "src/contracts/messages/verdict",
  ])("of %s say the same in both languages", (place) => {
    const read = (language: string) =>
      JSON.parse(
        readFileSync(
          place.endsWith("messages") && !place.includes("contracts")
            ? `${place}/${language}.json`
            : `${place}.${language}.json`,
          "utf8",
        ),
      ) as unknown;
    expect(keysOf(read("zh")).sort()).toEqual(keysOf(read("en")).sort());
  });
});
