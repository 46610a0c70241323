import { type Actor, isAuthority } from "@/application/actor";
import type { Vault, World } from "@/application/ports";
import type { Simplify } from "@/domain/three-documents/normalise";
import type { PrismaTransaction } from "./client";

/** What every repository works in: the transaction, under one organisation, for one actor. */
export interface Scope {
  readonly db: PrismaTransaction;
  readonly actor: Actor;
  readonly organisationId: string;
  readonly world: World;
  readonly vault: Vault;
  /** Traditional Chinese as simplified, so that names and addresses of both scripts are found by one token. */
  readonly simplify: Simplify;
}

/** Tells the database whose transaction it is: the organisation's, and the person's; the system is nobody. */
export async function enter(db: PrismaTransaction, { kind, id, organisationId }: Actor): Promise<void> {
  const personId = kind === "system" ? "" : id;
  await db.$executeRaw`select set_config('app.organisation', ${organisationId}, true),
    set_config('app.person', ${personId}, true)`;
}

/** The application's own filter for a shipment: the organisation's own, or lodged with it. */
export function visibleShipment(scope: Scope) {
  return {
    OR: [
      { organisationId: scope.organisationId },
      { grants: { some: { granteeOrganisationId: scope.organisationId } } },
    ],
  };
}

/**
 * Whose shipments stand in lists that go by a key: a broker's own, and what was lodged with an authority, which has none
 * of its own. Neither is asked of the other's, so that a page follows the index of the key and reads no grant too many.
 */
export function ofOwnLists({ actor, organisationId }: Scope) {
  return isAuthority(actor) ? { grants: { some: { granteeOrganisationId: organisationId } } } : { organisationId };
}

/** The same filter for a row that belongs to a shipment. */
export function ofVisibleShipment(scope: Scope) {
  return { OR: [{ organisationId: scope.organisationId }, { shipment: visibleShipment(scope) }] };
}
