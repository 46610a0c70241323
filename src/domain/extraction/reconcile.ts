import { compare, type Decimal, multiply, parseDecimal, round, sum, ZERO } from "../shared/decimal";
import { type ReadField, SURE } from "./field";
import { CHARGES, gapToTotal } from "./stated-total";

/** A value that arithmetic contradicts is no surer than this. */
export const CONTRADICTED = 0.6;
/** One that arithmetic bears out is at least so sure. */
const BORNE_OUT = 0.97;

/**
 * Lets the arithmetic of an invoice speak: where quantity × price is the amount, and where the amounts add up to the
 * total, the figures bear each other out; where they do not, a person is asked.
 */
export function reconcile(fields: readonly ReadField[]): readonly ReadField[] {
  const lines = [...new Set(fields.flatMap((field) => (field.line === null ? [] : [field.line])))];
  const verdicts = new Map<ReadField, boolean>();
  for (const line of lines)
    judgeLine(
      fields.filter((field) => field.line === line),
      verdicts,
    );
  judgeTotal(fields, lines.length, verdicts);
  judgeWeights(fields, verdicts);
  return fields.map((field) => adjust(field, verdicts.get(field)));
}

function judgeLine(fields: readonly ReadField[], verdicts: Map<ReadField, boolean>): void {
  const [quantity, price, amount] = (["quantity", "unit_price", "amount"] as const).map((name) =>
    fields.find((field) => field.name === name),
  );
  if (!quantity || !price || !amount) return;
  const [q, p, a] = [numberOf(quantity), numberOf(price), numberOf(amount)];
  if (!q || !p || !a) return;
  const holds = compare(round(multiply(q, p), a.scale), a) === 0;
  for (const field of [quantity, price, amount]) verdicts.set(field, holds);
}

function judgeTotal(fields: readonly ReadField[], lineCount: number, verdicts: Map<ReadField, boolean>): void {
  const total = fields.find((field) => field.name === "total");
  const amounts = fields.filter((field) => field.name === "amount");
  if (!total || amounts.length === 0 || amounts.length < lineCount) return;
  const stated = numberOf(total);
  if (!stated) return;
  const numbers = (all: readonly ReadField[]) => all.map((field) => numberOf(field) ?? ZERO);
  const charges = fields.filter((field) => field.line === null && CHARGES.includes(field.name));
  const holds = compare(gapToTotal(sum(numbers(amounts)), numbers(charges), stated).difference, ZERO) === 0;
  verdicts.set(total, holds);
  if (holds) for (const amount of amounts) if (!verdicts.has(amount)) verdicts.set(amount, true);
}

/** Goods weigh less than with their packing, and packing does not weigh many times as much as goods. */
function judgeWeights(fields: readonly ReadField[], verdicts: Map<ReadField, boolean>): void {
  const of = (name: ReadField["name"]) => fields.find((field) => field.line === null && field.name === name);
  const [gross, net] = [of("gross_weight_kg"), of("net_weight_kg")];
  if (!gross || !net) return;
  const share = Number(gross.value) / Number(net.value);
  if (share < 1 || share > MOST_PACKING) for (const field of [gross, net]) verdicts.set(field, false);
}
const MOST_PACKING = 10;

function adjust(field: ReadField, holds: boolean | undefined): ReadField {
  if (holds === undefined) return field;
  if (holds) return field.confidence >= SURE ? field : { ...field, confidence: Math.max(field.confidence, BORNE_OUT) };
  return { ...field, confidence: Math.min(field.confidence, CONTRADICTED) };
}

function numberOf(field: ReadField): Decimal | null {
  const parsed = parseDecimal(field.value);
  return parsed.ok ? parsed.value : null;
}
