import { createWorld } from "@/adapters/crypto/world";
import { readReferenceFile } from "@/adapters/postgres/reference-files";
import { legalParameterSchema } from "@/contracts/reference";
import type { LocalDate } from "@/domain/shared/local-date";
import type { LegalParameter } from "@/domain/tariff/reference";
import { referenceFolder } from "./reference-folder";

/** The constants of the law that come with the product, for what runs without a database, and the day at the customs. */
export function shippedLaw(): { readonly parameters: readonly LegalParameter[]; readonly today: LocalDate } {
  return {
    parameters: readReferenceFile(referenceFolder(), "legal-parameters.json", legalParameterSchema),
    today: createWorld().today(),
  };
}
