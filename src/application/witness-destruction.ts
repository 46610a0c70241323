import type { InputFault } from "@/contracts/input-fault";
import type { Failure } from "@/contracts/problem";
import { formatQuantity, parseQuantity } from "@/domain/account-book/quantity";
import { checkStatement, writeOffMovements } from "@/domain/destruction/destruction";
import { compare, type Decimal, formatDecimal, parseDecimal, round, ZERO } from "@/domain/shared/decimal";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { Residue } from "./destruction-record";
import { moveStock } from "./move-stock";
import type { UnitOfWork, World } from "./ports";
import { beginStep, recordStep } from "./step-destruction";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

interface Statement {
  readonly destroyedOn: LocalDate;
  /** Every line that was approved, with what of it was destroyed. */
  readonly lines: readonly { readonly number: number; readonly destroyed: string }[];
  readonly residue: Residue | null;
}

/** The first witness, of who keeps the book, states what was destroyed and what is left of it. The book stays as it is. */
export function stateDestruction(
  { inTransaction, world }: Ports,
  actor: Actor,
  id: string,
  { destroyedOn, lines, residue }: Statement,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const asked = { act: "state", permission: "witness_destruction", reason: null, isOfOffice: false } as const;
    const step = await beginStep(tx, actor, id, asked);
    if (!step.ok) return step;
    const { approvedOn, lines: approved } = step.value.destruction;
    if (destroyedOn > world.today() || destroyedOn < (approvedOn ?? destroyedOn))
      return refused("/destroyedOn", "destruction_day_outside", { day: approvedOn ?? "" });
    const stated = quantitiesOf(lines);
    if (!stated.ok) return stated;
    const fault = checkStatement(approved, stated.value);
    if (fault) return refused("/lines", fault);
    const left = checkResidue(residue);
    if (!left.ok) return left;
    const by = { id: actor.id, name: actor.name, linkedBy: await tx.people.linkHolder(actor.id) };
    const statement = { destroyedOn, by, residue: left.value, lines: stated.value };
    return recordStep(tx, world, actor, step.value, asked, { statement });
  });
}

function quantitiesOf(
  lines: Statement["lines"],
): Result<readonly { readonly number: number; readonly destroyed: Decimal }[], Failure> {
  const read: { readonly number: number; readonly destroyed: Decimal }[] = [];
  for (const [index, { number, destroyed }] of lines.entries()) {
    const quantity = parseQuantity(destroyed);
    if (quantity === null) return refused(`/lines/${index}/destroyed`, "book_quantity_form", { value: destroyed });
    read.push({ number, destroyed: quantity });
  }
  return ok(read);
}

/** A worth is an amount of two digits, not below zero. */
function checkResidue(residue: Residue | null): Result<Residue | null, Failure> {
  if (residue === null) return ok(null);
  const parsed = parseDecimal(residue.value);
  const isAmount = parsed.ok && compare(parsed.value, ZERO) >= 0 && compare(round(parsed.value, 2), parsed.value) === 0;
  return isAmount
    ? ok({ ...residue, value: formatDecimal(round(parsed.value, 2)) })
    : refused("/residue/value", "amount_form", { value: residue.value });
}

/**
 * Records the certificate of a destruction that two people witnessed. In the same transaction the reservation ends and what
 * was destroyed leaves the book, under the number of the certificate; no duty falls due on it. What was approved and not
 * destroyed may be taken again.
 */
export function certifyDestruction(
  { inTransaction, world }: Ports,
  actor: Actor,
  id: string,
  certificate: { readonly number: string; readonly issuer: string; readonly issuedOn: LocalDate },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const asked = { act: "certify", permission: "keep_book", reason: null, isOfOffice: false } as const;
    const step = await beginStep(tx, actor, id, asked);
    if (!step.ok) return step;
    const { organisationId, destroyedOn, lines } = step.value.destruction;
    const { number, issuer, issuedOn } = certificate;
    if (issuedOn > world.today() || issuedOn < (destroyedOn ?? issuedOn))
      return refused("/issuedOn", "certificate_day_outside", { day: destroyedOn ?? "" });
    if (await tx.destructions.isCertificateTaken(issuer, number)) return refused("/number", "certificate_taken");
    await tx.books.lockItems(lines.map(({ itemId }) => itemId));
    const recorded = await recordStep(tx, world, actor, step.value, asked, { certificate });
    if (!recorded.ok) return recorded;
    const moves = lines.flatMap(({ itemId, lotId, quantity, destroyed }) =>
      writeOffMovements({ quantity, destroyed: destroyed ?? ZERO }).map((movement) => ({
        ...movement,
        ...{ itemId, lotId, reference: number, destructionId: id },
      })),
    );
    const moved = await moveStock(tx, world, { organisationId, actorId: actor.id }, moves);
    if (!moved.ok) throw new Error(`What is reserved is there: ${formatQuantity(moved.error.move.declared)}`);
    return ok(undefined);
  });
}

function refused(
  pointer: string,
  fault: InputFault,
  parameters: Readonly<Record<string, string>> = {},
): Result<never, Failure> {
  return err({ kind: "invalid_input", pointer, fault, parameters });
}
