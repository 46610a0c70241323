import type { Vault, World } from "@/application/ports";
import { commitmentOf, leafSalt } from "@/domain/evidence/commitment";
import { fromHex } from "@/domain/shared/bytes";
import type { Scope } from "./scope";

/** Whose evidence is written, and about which shipment. */
interface About {
  readonly organisationId: string;
  readonly shipmentId: string;
}

/** The salt of each of these shipments; one that has none yet gets it. */
export async function saltsOf(scope: Scope, abouts: readonly About[]): Promise<Map<string, Uint8Array>> {
  const known = await knownSalts(scope, abouts);
  const made = await newSaltsOf(
    scope,
    abouts.filter(({ shipmentId }) => !known.has(shipmentId)),
  );
  return new Map([...known, ...made]);
}

/** The salt of the shipment; null when it has none, or it was erased. */
export async function keptSalt(scope: Scope, about: About): Promise<Uint8Array | null> {
  return (await knownSalts(scope, [about])).get(about.shipmentId) ?? null;
}

/** A new salt for each of these shipments, of which none has one. */
export async function newSaltsOf(scope: Scope, abouts: readonly About[]): Promise<Map<string, Uint8Array>> {
  const { db, world, vault } = scope;
  const owners = new Map(abouts.map(({ shipmentId, organisationId }) => [shipmentId, organisationId]));
  const made = new Map([...owners.keys()].map((shipmentId) => [shipmentId, world.newSalt()]));
  if (made.size === 0) return made;
  await db.evidenceSalt.createMany({
    data: [...owners].map(([subjectId, organisationId]) => ({
      organisationId,
      subjectId,
      salt: sealSalt(vault, organisationId, made.get(subjectId) as Uint8Array),
    })),
  });
  return made;
}

/** What the log holds of the entry at that place with that hash, 32 bytes. */
export function leafOf(world: World, subjectSalt: Uint8Array, sequence: number, hash: string): Uint8Array<ArrayBuffer> {
  const bytes = fromHex(hash);
  if (!bytes) throw new Error(`${hash} is the hash of no entry`);
  return Uint8Array.from(commitmentOf(world.digest, leafSalt(world.digest, subjectSalt, sequence), bytes));
}

/** The salts of those of these shipments that have one. */
export async function knownSalts({ db, vault }: Scope, abouts: readonly About[]): Promise<Map<string, Uint8Array>> {
  const owners = [...new Set(abouts.map(({ organisationId }) => organisationId))];
  const subjects = [...new Set(abouts.map(({ shipmentId }) => shipmentId))];
  const rows = await db.evidenceSalt.findMany({
    where: { organisationId: { in: owners }, subjectId: { in: subjects } },
  });
  return new Map(rows.map(({ organisationId, subjectId, salt }) => [subjectId, openSalt(vault, organisationId, salt)]));
}

function sealSalt(vault: Vault, organisationId: string, salt: Uint8Array): Uint8Array<ArrayBuffer> {
  return vault.seal(organisationId, Buffer.from(salt).toString("base64"));
}

function openSalt(vault: Vault, organisationId: string, sealed: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.from(vault.open(organisationId, sealed), "base64"));
}
