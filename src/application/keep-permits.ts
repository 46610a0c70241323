import type { Failure, InvalidInput } from "@/contracts/problem";
import { isPaperNumber } from "@/domain/clearance/paper-number";
import { numberStanding } from "@/domain/permit/number-format";
import type { Permit } from "@/domain/permit/permit";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { changesBetween } from "./audit-changes";
import { found } from "./load";
import type { PermitChange, PermitRecord } from "./permit-record";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** What a broker says of a permit that is recorded. */
export type PermitGiven = Omit<Permit, "id" | "isWithdrawn">;

/**
 * Records a permit, registration or certificate. Its kind is one that a requirement asks for, and its number has the
 * form of the kind where one is known; a number is on record once.
 */
export function recordPermit(
  { inTransaction, world }: Ports,
  actor: Actor,
  given: PermitGiven,
): Promise<Result<{ id: string; isFormKnown: boolean }, Failure>> {
  return inTransaction<{ id: string; isFormKnown: boolean }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_permits");
    if (!allowed.ok) return allowed;
    const checked = await checkNewPermit(tx, world, given);
    if (!checked.ok) return checked;
    return ok(await addPermit(tx, world, actor, { ...given, ...checked.value }));
  });
}

/** Whether a permit may be recorded: its number as it is kept, or what is wrong with it. */
export async function checkNewPermit(
  tx: Transaction,
  world: World,
  given: PermitGiven,
): Promise<Result<{ number: string; isFormKnown: boolean }, InvalidInput>> {
  const kinds = await askedKinds(tx, world);
  if (!kinds.includes(given.kind)) {
    const parameters = { value: given.kind, kinds: kinds.join(", ") };
    return err({ kind: "invalid_input", pointer: "/kind", fault: "permit_kind_unknown", parameters });
  }
  const number = writtenNumber(given.number);
  if (!isPaperNumber(number)) return err({ kind: "invalid_input", pointer: "/number", fault: "paper_number_form" });
  const checked = await checkTerms(tx, { ...given, number });
  if (!checked.ok) return checked;
  if (await tx.permits.isOnRecord(given.kind, number))
    return err({ kind: "invalid_input", pointer: "/number", fault: "permit_number_taken" });
  return ok({ number, ...checked.value });
}

/** Puts a permit that was checked on record. */
export async function addPermit(
  tx: Transaction,
  world: World,
  actor: Actor,
  permit: PermitGiven & { readonly isFormKnown: boolean },
): Promise<{ id: string; isFormKnown: boolean }> {
  const id = world.newId();
  const { organisationId } = actor;
  const { kind, number, isFormKnown } = permit;
  await tx.permits.add({ ...permit, organisationId, id, isWithdrawn: false });
  await tx.audit.add("permit_recorded", "permit", id, { kind, number });
  return { id, isFormKnown };
}

/** Mends what a permit says beside kind and number. What was accepted by it before stays as it was accepted. */
export function changePermit(
  { inTransaction }: Ports,
  actor: Actor,
  { permitId, ...change }: Omit<PermitChange, "isFormKnown"> & { readonly permitId: string },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const permit = await keptPermit(tx, actor, permitId);
    if (!permit.ok) return permit;
    const { kind, number } = permit.value;
    const checked = await checkTerms(tx, { ...change, kind, number });
    if (!checked.ok) return checked;
    await tx.permits.change(permitId, { ...change, ...checked.value });
    await tx.audit.add("permit_changed", "permit", permitId, {
      ...{ kind, number },
      ...changesBetween(permit.value, change, AUDITED),
    });
    return ok(undefined);
  });
}

/** What of a permit the audit keeps before and after; its holder and issuer are firms and authorities. */
const AUDITED = [
  ...(["holder", "issuer", "commodityPrefixes", "words", "origins"] as const),
  ...(["quantity", "unit", "validFrom", "validTo"] as const),
] as const;

/** Takes a permit off the record: nothing is met by it from now on, and what it met stays. */
export function withdrawPermit(
  { inTransaction }: Pick<Ports, "inTransaction">,
  actor: Actor,
  permitId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const permit = await keptPermit(tx, actor, permitId);
    if (!permit.ok) return permit;
    if (!(await tx.permits.withdraw(permitId))) return err({ kind: "stale_version", what: "permit" });
    const { kind, number } = permit.value;
    await tx.audit.add("permit_withdrawn", "permit", permitId, { kind, number });
    return ok(undefined);
  });
}

async function keptPermit(tx: Transaction, actor: Actor, permitId: string): Promise<Result<PermitRecord, Failure>> {
  const allowed = authorise(actor, "keep_permits");
  if (!allowed.ok) return allowed;
  const permit = found(await tx.permits.get(permitId), "permit");
  if (!permit.ok) return permit;
  return permit.value.isWithdrawn ? err({ kind: "stale_version", what: "permit" }) : permit;
}

/** Brackets stand in some numbers and not in others that mean the same; a number is kept without them. */
function writtenNumber(number: string): string {
  return number
    .normalize("NFKC")
    .replace(/[()[\]〔〕]/g, "")
    .trim();
}

/** The kinds of papers that requirements of today ask for, each once, in the order of their codes. */
export async function askedKinds(tx: Transaction, world: World): Promise<readonly string[]> {
  const { requirementRules } = await tx.reference.on(world.today(), []);
  const asked = requirementRules.filter(({ evidence }) => evidence === "reference" || evidence === "producer_number");
  return [...new Set(asked.map(({ code }) => code))].sort();
}

async function checkTerms(
  tx: Transaction,
  {
    kind,
    number,
    validFrom,
    validTo,
    quantity,
    unit,
  }: Pick<Permit, "kind" | "number" | "validFrom" | "validTo" | "quantity" | "unit">,
): Promise<Result<{ isFormKnown: boolean }, InvalidInput>> {
  if (validTo !== null && validTo < validFrom)
    return err({ kind: "invalid_input", pointer: "/validTo", fault: "ends_before_it_begins" });
  if ((quantity === null) !== (unit === null))
    return err({ kind: "invalid_input", pointer: "/quantity", fault: "permit_quantity_unit" });
  const standing = numberStanding(kind, number, await tx.permits.formatsOn(validFrom), validFrom);
  if (standing.kind === "differs")
    return err({
      kind: "invalid_input",
      pointer: "/number",
      fault: "permit_number_form",
      parameters: { number, example: standing.example },
    });
  return ok({ isFormKnown: standing.kind === "fits" });
}
