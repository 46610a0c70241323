import { keepGuarantee, keepOffice } from "@/adapters/postgres/offices";
import { loadReferenceData } from "@/adapters/postgres/reference-loader";
import { services } from "./container";
import { env } from "./env";

/** Makes an office of an authority, at which brokers lodge. */
export async function addOffice(organisation: string, code: string, name: string): Promise<string> {
  const id = await organisationCalled(organisation, "authority");
  await keepOffice(env().DATABASE_URL, id, { code, name });
  return `Brokers can lodge at ${name} (${code}) of ${organisation}.`;
}

/** Sets what a broker's guarantee covers. */
export async function setGuarantee(organisation: string, limitCny: string): Promise<string> {
  if (!/^\d{1,14}(\.\d{1,2})?$/.test(limitCny)) throw new Error("The limit is a plain number such as 5000000.00.");
  const id = await organisationCalled(organisation, "broker");
  await keepGuarantee(env().DATABASE_URL, id, limitCny);
  return `The guarantee of ${organisation} covers CNY ${limitCny}.`;
}

/** Loads dated facts, the customs rates of a month for instance, from the files of a folder. */
export async function loadReference(folder: string): Promise<string> {
  const facts = await loadReferenceData(env().DATABASE_URL, folder);
  return facts === 0 ? `${folder} holds no reference data.` : `${facts} facts are loaded.`;
}

async function organisationCalled(name: string, kind: "broker" | "authority"): Promise<string> {
  const { people, close } = services();
  const found = await people.organisation.findFirst({ where: { name, kind } });
  await close();
  if (!found) throw new Error(`There is no ${kind} called ${name}. Make one with its first admin: twogate people add.`);
  return found.id;
}
