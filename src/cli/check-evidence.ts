import { checkEvidence } from "@/application/check-evidence";
import { createServices } from "@/runtime/container";
import { createLogServices } from "@/runtime/worker";

/** Exit codes: everything holds, or something does not. */
const CODES = { holds: 0, fails: 1 } as const;
/** Faults that are printed; the first of them is where to look. */
const SHOWN = 20;

/** `evidence check`: computes all that is stored again, and names what does not hold. */
export async function checkAll(): Promise<number> {
  const services = createServices();
  const log = createLogServices();
  try {
    const key = await log.ownKey(services.logSigner);
    const faults = await checkEvidence({ ...services, ...log }, key);
    for (const fault of faults.slice(0, SHOWN))
      process.stdout.write(`${fault.kind} ${"where" in fault ? fault.where : fault.entryId}\n`);
    process.stdout.write(faults.length === 0 ? "Everything holds.\n" : `${faults.length} do not hold.\n`);
    return faults.length === 0 ? CODES.holds : CODES.fails;
  } finally {
    await Promise.all([services.close(), log.store.close()]);
  }
}
