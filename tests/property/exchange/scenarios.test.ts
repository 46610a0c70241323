import { runScenario } from "@tests/support/exchange-scenario";
import { expect, it } from "vitest";

const SCENARIOS = 1_000;

// Without this, an authority on a bad day loses a declaration, releases it twice, or takes a release back.
it("ends every message where its authority says, or where a person sees it, in 1,000 scenarios of bad days", async () => {
  for (let seed = 1; seed <= SCENARIOS; seed += 1) {
    const { wrong } = await runScenario(seed);
    expect({ seed, wrong }).toEqual({ seed, wrong: [] });
  }
}, 120_000);

it("is the same scenario for the same seed", async () => {
  expect(await runScenario(42)).toEqual(await runScenario(42));
});
