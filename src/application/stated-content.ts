import type { Failure } from "@/contracts/problem";
import { completeDeclaration } from "@/domain/declaration/check";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import type { Issue } from "@/domain/declaration/issue";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { type Dossier, gatherDossier } from "./dossier";
import { heldByOthers } from "./hold-quota";
import { found } from "./load";
import type { Transaction, World } from "./ports";

/** What a shipment states now, for questions that change nothing. */
export interface Stated {
  readonly dossier: Dossier;
  /** The lodged declaration, or the draft where it is complete; else what it lacks. */
  readonly content: Result<DeclarationContent, readonly Issue[]>;
  readonly isLodged: boolean;
  readonly quotaHeld: string | null;
}

/** A consumer of whom nothing is known but that there will be one: a question may come before they are named. */
const SOMEBODY = { nameMasked: "*", identityToken: "", identityMasked: "*" };

/**
 * What the shipment states: the declaration as it was lodged, to whoever may see it; before that the draft of its own
 * organisation. Whether the draft is complete is a matter of today, whatever day is asked for; what other orders hold is
 * that of the day's year.
 */
export async function stateNow(
  tx: Transaction,
  world: World,
  actor: Actor,
  shipmentId: string,
  day: LocalDate = world.today(),
): Promise<Result<Stated, Failure>> {
  const allowed = authorise(actor, "read");
  if (!allowed.ok) return allowed;
  const shipment = found(await tx.shipments.get(shipmentId), "shipment");
  if (!shipment.ok) return shipment;
  const today = world.today();
  const dossier = await gatherDossier(tx, shipment.value, today);
  const lodged = await tx.declarations.latest(shipmentId);
  const { facts, reference } = dossier;
  const draft = { ...dossier.draft, consumer: dossier.draft.consumer ?? SOMEBODY };
  const order = { organisationId: shipment.value.organisationId, shipmentId };
  return ok({
    dossier,
    content: lodged ? ok(lodged.content) : completeDeclaration({ draft, facts, reference, day: today }),
    isLodged: lodged !== null,
    quotaHeld: await heldByOthers(tx, lodged ? lodged.content.consumer : dossier.draft.consumer, order, day),
  });
}

/** The errors that stand in the way, where they do. */
export function issuesOf(content: Stated["content"]): readonly Issue[] {
  return content.ok ? [] : content.error;
}

/** A refusal of a day that is none. */
export function dayFault(pointer: string): Result<never, Failure> {
  return err({ kind: "invalid_input", pointer, fault: "form_date" });
}
