import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

it("lets every method through that an operation of the API has", () => {
  const sources = readdirSync("src/api", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join("src/api", file), "utf8"));
  const methods = new Set(
    sources.flatMap((text) => [...text.matchAll(/\bmethod: "(\w+)"/g)].map(([, method]) => method?.toUpperCase())),
  );
  const mount = readFileSync("src/app/api/v1/[[...route]]/route.ts", "utf8");
  expect(methods.size).toBeGreaterThan(2);
  expect([...methods].filter((method) => !mount.includes(`handle as ${method}`))).toEqual([]);
});
