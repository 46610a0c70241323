import { z } from "zod";
import { DependencyError } from "@/application/ports";
import type { SimulatorControl } from "@/application/simulator";
import { knobsSchema, ledgerEntrySchema } from "@/contracts/simulator";

const LIMIT_MS = 10_000;
const WHO = "simulator";

/** Reaches the simulated authority's controls over HTTP. */
export function createSimulatorClient(url: string, key: string): SimulatorControl {
  const ask = async <T>(path: string, schema: z.ZodType<T>, request: RequestInit = {}): Promise<T> => {
    const response = await fetch(`${url}/${path}`, {
      ...request,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      signal: AbortSignal.timeout(LIMIT_MS),
    }).catch((cause: unknown) => {
      throw new DependencyError(WHO, true, "The simulated authority is not to be reached.", { cause });
    });
    if (!response.ok) throw new DependencyError(WHO, true, `The simulated authority answered ${response.status}.`);
    return schema.parse(await response.json());
  };
  return {
    knobs: () => ask("knobs", knobsSchema),
    ledger: () => ask("ledger", z.array(ledgerEntrySchema)),
    setKnobs: async (knobs) => {
      await ask("knobs", knobsSchema, { method: "PUT", body: JSON.stringify(knobs) });
    },
  };
}
