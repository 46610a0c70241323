import type { Failure } from "@/contracts/problem";
import { assembleDeclaration, declaredLines } from "@/domain/declaration/assemble";
import { parseDigitalLink, widerKeys } from "@/domain/passport/digital-link";
import { type Filling, fillLine } from "@/domain/passport/fill";
import { parseGtin } from "@/domain/passport/gtin";
import { standingOn } from "@/domain/passport/passport";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { toFacts } from "./dossier";
import { found } from "./load";
import type { PassportRecord } from "./passport-record";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { FieldRecord } from "./records";
import { witness } from "./settle-field";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** Which line is filled, counted from 1, and what names the goods: a GTIN, a Digital Link or the address of a passport. */
interface Asked {
  readonly shipmentId: string;
  readonly line: number;
  readonly goods: string;
}

export interface Filled extends Filling {
  readonly passportId: string;
  readonly name: string;
}

/**
 * Fills what a line of a shipment does not state from the passport of its goods, as values that nobody typed. Nothing that
 * stands there is touched, and what the passport says otherwise is given back to be shown.
 */
export function fillFromPassport(
  { inTransaction, world }: Ports,
  actor: Actor,
  { shipmentId, line, goods }: Asked,
): Promise<Result<Filled, Failure>> {
  return inTransaction<Filled, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "confirm_field");
    if (!allowed.ok) return allowed;
    const shipment = found(await tx.shipments.get(shipmentId), "shipment");
    if (!shipment.ok) return shipment;
    await tx.lockShipment(shipmentId);
    const passport = await passportOf(tx, world, goods);
    if (!passport.ok) return passport;
    const facts = toFacts(await tx.documents.listOf(shipmentId), await tx.fields.listOf(shipmentId));
    const index = declaredLines(facts)[line - 1];
    if (index === undefined) return err({ kind: "invalid_input", pointer: "/line", fault: "no_such_field" });
    const draft = assembleDeclaration({ regime: shipment.value.regime, facts, consumer: null });
    const { content, id } = passport.value;
    const filling = fillLine(content, draft.lines[line - 1]);
    const fields = filling.filled.map(({ name, value }) =>
      toField(world, shipment.value, { name, value, line: index }),
    );
    await tx.fields.addAll(fields);
    for (const field of fields) await witness(tx, actor, field, "field_from_passport");
    await tx.audit.add("passport_filled_line", "passport", id, {
      ...{ shipment: shipmentId, line: String(line) },
      fields: filling.filled.map(({ name }) => name).join(" ") || "-",
    });
    return ok({ ...filling, passportId: id, name: content.name });
  });
}

/** The organisation's passport that speaks of the goods most narrowly and holds today. */
async function passportOf(tx: Transaction, world: World, goods: string): Promise<Result<PassportRecord, Failure>> {
  const publicId = /\/passports\/([A-Za-z0-9_-]{22})(?:[?#].*)?$/.exec(goods.trim())?.[1];
  const record = publicId ? await tx.passports.ofPublicId(publicId) : null;
  const key = publicId ? null : keyOf(goods.trim());
  if (key && !key.ok) return err({ kind: "invalid_input", pointer: "/goods", fault: key.error });
  let passport = record;
  for (const each of key?.ok ? widerKeys(key.value) : []) passport ??= await tx.passports.inForce(each);
  const isThere = passport !== null && passport.state !== "draft";
  if (!passport || !isThere) return err({ kind: "invalid_input", pointer: "/goods", fault: "passport_unknown" });
  const state = passport.state === "draft" ? "issued" : passport.state;
  if (standingOn({ state, validUntil: passport.content.validUntil }, world.today()) === "valid") return ok(passport);
  return err({ kind: "invalid_input", pointer: "/goods", fault: "passport_not_valid" });
}

function keyOf(goods: string) {
  if (goods.includes("/")) {
    const link = parseDigitalLink(goods);
    return link.ok ? link : err("passport_unknown" as const);
  }
  const gtin = parseGtin(goods);
  return gtin.ok ? ok({ gtin: gtin.value, batch: null, serial: null }) : gtin;
}

function toField(
  world: World,
  { organisationId, id: shipmentId }: { readonly organisationId: string; readonly id: string },
  { name, value, line }: { readonly name: string; readonly value: string; readonly line: number },
): FieldRecord {
  return {
    ...{ organisationId, id: world.newId(), shipmentId, documentId: null, name, line, value, raw: value },
    ...{ machineValue: null, page: null, box: null, confidence: 1, method: "passport", status: "suggested" },
    ...{ typedAtStage: null, confirmedBy: null, confirmedByName: null, confirmedAt: null },
    ...{ otherReading: null, precedence: null },
  };
}
