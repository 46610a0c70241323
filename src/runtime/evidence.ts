import { evidenceTools } from "@/adapters/noble/evidence-tools";
import type { Tools } from "@/domain/transparency/checkpoint";

/** What checks proofs without a database or a network. */
export function verifierTools(): Tools {
  return evidenceTools;
}
