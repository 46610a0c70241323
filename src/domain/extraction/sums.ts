import { amount } from "./accept";
import type { Run } from "./find-labels";
import type { Field } from "./near";
import { type Found, toFound } from "./seek";

/** A net sum, the tax on it and both together, told by nothing but that they add up. */
export interface TaxSum {
  readonly tax: Found;
  readonly total: Found;
}

interface Figure {
  readonly found: Found;
  /** In hundredths. */
  readonly cents: number;
}

/** No tax on sales takes more of the net sum, and less is a rounding. */
const MOST_TAX = 0.3;
const LEAST_TAX = 0.01;
/** Nobody says that they are what they seem; a person is asked. */
const BORNE_OUT = 0.82;
/** Between the lines of a sum others may stand: a rounding, a second rate. */
const MOST_BETWEEN = 3;

/**
 * The net sum, the tax and the total of an invoice whose summary is a table: three figures of a row of which the first
 * two are the third. Of several the largest is that of the whole paper. In a column they may be two goods and their sum.
 */
export function taxSum(field: Field): TaxSum | null {
  const sums = [...field.byPage.values()].flatMap((page) => {
    const figures = page.flatMap(figureIn);
    return rowsOf(figures).flatMap(sumsIn);
  });
  const best = sums.reduce<{ sum: TaxSum; cents: number } | null>(
    (most, each) => (most && most.cents >= each.cents ? most : each),
    null,
  );
  return best?.sum ?? null;
}

/** An amount with its hundredths; whole numbers are counts of something. */
function figureIn(run: Run): readonly Figure[] {
  const found = run.concepts.length > 0 ? null : toFound(run.words, run.page, { accept: amount }, { label: "" });
  return found && /\.\d{2}$/.test(found.value)
    ? [{ found: { ...found, score: BORNE_OUT }, cents: Math.round(Number(found.value) * 100) }]
    : [];
}

function rowsOf(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  return grouped(figures, (a, b) => {
    const [upper, lower] = [a.found.box, b.found.box];
    return (
      Math.abs(upper.y + upper.height / 2 - lower.y - lower.height / 2) < Math.min(upper.height, lower.height) * 0.6
    );
  }).map((row) => [...row].sort((a, b) => a.found.box.x - b.found.box.x));
}

function grouped(
  figures: readonly Figure[],
  isTogether: (a: Figure, b: Figure) => boolean,
): readonly (readonly Figure[])[] {
  const groups: Figure[][] = [];
  for (const figure of figures) {
    const group = groups.find(([first]) => first && isTogether(first, figure));
    if (group) group.push(figure);
    else groups.push([figure]);
  }
  return groups.filter((group) => group.length > 2);
}

/** The sums among figures that follow one another: net, then tax, then total. */
function sumsIn(figures: readonly Figure[]): readonly { readonly sum: TaxSum; readonly cents: number }[] {
  return figures.flatMap((net, first) =>
    figures.slice(first + 1, first + 2 + MOST_BETWEEN).flatMap((tax, between) =>
      figures
        .slice(first + 2 + between, first + 3 + between + MOST_BETWEEN)
        .filter((total) => isTax(net.cents, tax.cents) && net.cents + tax.cents === total.cents)
        .map((total) => ({ sum: { tax: tax.found, total: total.found }, cents: total.cents })),
    ),
  );
}

function isTax(net: number, tax: number): boolean {
  return net > 0 && tax > net * LEAST_TAX && tax < net * MOST_TAX;
}
