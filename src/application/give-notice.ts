import { audienceOf, type NoticeKind } from "@/domain/notice/kinds";
import { noticesOf } from "@/domain/notice/of-evidence";
import type { EvidenceRecord } from "./evidence-record";
import type { ExchangeMessageRecord } from "./exchange-record";
import type { NoticeRecord } from "./notice-record";
import type { Transaction, World } from "./ports";

type Part = Pick<Transaction, "notices" | "outbox">;

export interface Occurred {
  readonly organisationId: string;
  readonly kind: NoticeKind;
  readonly subjectId: string;
  readonly occasion: string;
  readonly shipmentId?: string;
  /** Who did it; they are not told of it. */
  readonly causedBy?: string;
  readonly facts?: Readonly<Record<string, string>>;
}

/**
 * Writes down that something happened of which people are told, in the transaction in which it happens, and owes the
 * telling. The same a second time is nothing.
 */
export async function giveNotice(tx: Part, world: World, occurred: Occurred): Promise<void> {
  const shipment = occurred.shipmentId === undefined ? null : await tx.notices.shipment(occurred.shipmentId);
  await put(tx, {
    ...occurred,
    id: world.newId(),
    shipmentId: occurred.shipmentId ?? null,
    openedBy: shipment?.openedBy ?? null,
    causedBy: occurred.causedBy ?? null,
    facts: { ...occurred.facts, ...(shipment ? { reference: shipment.reference } : {}) },
    at: world.now(),
  });
}

/** Gives the notices that follow from an entry of a shipment's evidence: to its broker, or to the authority it was lodged with. */
export async function noticeEvidence(
  tx: Part,
  world: World,
  { organisationId, shipmentId, actor, ...entry }: EvidenceRecord,
): Promise<void> {
  const following = noticesOf(entry);
  if (following.length === 0) return;
  const shipment = await tx.notices.shipment(shipmentId);
  if (!shipment) return;
  for (const { kind, subjectId, occasion, facts } of following) {
    const isForAuthority = audienceOf(kind).of === "authority";
    const told = isForAuthority ? shipment.officeOrganisationId : organisationId;
    if (told === null) continue;
    const id = world.newId();
    await put(tx, {
      organisationId: told,
      ...{ id, kind, shipmentId },
      subjectId: subjectId ?? (isForAuthority ? shipment.openCaseId : null) ?? shipmentId,
      occasion: occasion ?? id,
      openedBy: isForAuthority ? null : shipment.openedBy,
      causedBy: actor === "system" ? null : actor,
      facts: { ...facts, reference: shipment.reference },
      at: world.now(),
    });
  }
}

/** Gives notice that a message came to nothing, or has no answer. */
export async function noticeMessage(
  tx: Part,
  world: World,
  { organisationId, id, shipmentId }: ExchangeMessageRecord,
  state: "failed" | "rejected" | "unanswered",
): Promise<void> {
  await giveNotice(tx, world, {
    ...{ organisationId, shipmentId, subjectId: id },
    kind: state === "unanswered" ? "message_unanswered" : "message_failed",
    // The message was held and stood otherwise before, so each is another time.
    occasion: world.newId(),
    facts: { state },
  });
}

async function put(tx: Part, notice: NoticeRecord): Promise<void> {
  const { organisationId, id } = notice;
  if (await tx.notices.add(notice))
    await tx.outbox.put(organisationId, { name: "notice.tell", payload: { organisationId, noticeId: id } });
}
