import type { DocumentType } from "../document/document";
import { amount } from "./accept";
import { creditFirst } from "./credit-date";
import { outOfColumns } from "./date-column";
import { DEFINITIONS } from "./definitions";
import type { HeaderField } from "./field";
import type { Run } from "./find-labels";
import type { Field } from "./near";
import { withoutOrdinals } from "./package-ordinals";
import { portPair } from "./paired-ports";
import { kilogramsFirst } from "./pounds";
import { candidatesFor, type Found, type Sought, toFound } from "./seek";
import { taxSum } from "./sums";
import { sameSum, type TaxTable, taxTables } from "./tax-table";
import { paidFirst } from "./till";
import { wholeFirst } from "./whole-of-parts";

/** Pairs that cannot be the same party or place. */
const APART: readonly (readonly [HeaderField, HeaderField])[] = [
  ["seller", "buyer"],
  ["shipper", "consignee"],
  ["port_of_loading", "port_of_discharge"],
  ["gross_weight_kg", "net_weight_kg"],
];

type Ranked = Map<HeaderField, readonly Found[]>;

/** Everything that could be each fact of the header, the likeliest first, after what the facts say of one another. */
export function rankedCandidates(type: DocumentType, field: Field): ReadonlyMap<HeaderField, readonly Found[]> {
  const all: Ranked = new Map(DEFINITIONS[type].map((each) => [each.name, candidatesFor(each, field)]));
  for (const [first, second] of APART) settle(all, first, second);
  all.set("total", withoutNet(all.get("total") ?? [], field));
  for (const name of WEIGHED) {
    const inKilograms = kilogramsFirst(all.get(name) ?? [], ({ raw }) => raw);
    all.set(name, wholeFirst(withUnitFirst(withUnitBelow(inKilograms))));
  }
  all.set("packages", withoutOrdinals(all.get("packages") ?? []));
  const ports = all.has("port_of_discharge") ? portPair(field) : null;
  if (ports) {
    all.set("port_of_loading", [ports.loading]);
    all.set("port_of_discharge", [ports.discharge]);
  }
  balance(all, field);
  if (TAXED.includes(type)) {
    addSum(all, field);
    byTaxTable(all, field);
  }
  all.set("buyer", withoutPayees(all.get("buyer") ?? [], field));
  all.set("date", outOfColumns(creditFirst(all.get("date") ?? [], field), field));
  all.set("total", paidFirst(withoutPartTerms(all.get("total") ?? []), field));
  return all;
}

/** Beside its label a sum may be called net: "Gesamtsumme | netto | 3.517,53". */
function withoutNet(found: readonly Found[], field: Field): readonly Found[] {
  const isTagged = ({ box, page, place }: Found) =>
    place === "right" &&
    (field.byPage.get(page) ?? []).some(
      (run) =>
        NET_TAG.test(run.text) &&
        run.box.x < box.x &&
        Math.abs(run.box.y + run.box.height / 2 - box.y - box.height / 2) < box.height * 0.75,
    );
  const whole = found.filter((each) => !isTagged(each));
  return whole.length > 0 ? whole : found;
}
const NET_TAG = /^[([]?(?:netto|net|nett|neto|ht|h\.t\.|hors taxes?|excl\.?(?: (?:btw|vat|tax|tva))?|bez dph)[)\]]?$/iu;

const WEIGHED: readonly HeaderField[] = ["gross_weight_kg", "net_weight_kg"];
const KILOS = /\d\s*(?:kgs?|kgm|kilos?|mts?|t|tons?|tonnes?)\.?(?!\p{L})/iu;

/** "Total FOB" is a part of "Total CFR", which adds the freight: of sums at terms of delivery the largest is the whole. */
function withoutPartTerms(found: readonly Found[]): readonly Found[] {
  const sums = found.filter(({ concept }) => concept === "term_total").map(({ value }) => Number(value));
  const most = Math.max(...sums);
  return found.filter(({ concept, value }) => concept !== "term_total" || Number(value) === most);
}

/** What stands nearly as well at its label. */
const NEARLY = 0.12;

/** Which weight it is may stand behind it or under it, where the column is one of quantities: "15210KGS" over "G.W.". */
const TAG = /^\(?(?:g|n)\.?\s?w\.?t?\.?\)?$|^\(?(?:gross|nett?)(?: (?:weight|wt\.?))?\)?$/i;
const TAGGED = 0.88;

function withUnitBelow(found: readonly Found[]): readonly Found[] {
  const isTagged = ({ place, label, raw }: Found) => place === "above" && TAG.test(label ?? "") && KILOS.test(raw);
  // Behind the letters stands another weight; they are a label then.
  const isLabel = found.some(({ place, label }) => (place === "same" || place === "right") && TAG.test(label ?? ""));
  return !isLabel && found.some(isTagged)
    ? found
        .map((each) => (isTagged(each) ? { ...each, score: Math.max(each.score, TAGGED) } : each))
        .sort((a, b) => b.score - a.score)
    : found;
}

/** A weight that says its unit is one; a bare figure nearly as near may be a measurement. */
function withUnitFirst(found: readonly Found[]): readonly Found[] {
  const [first] = found;
  const own = found.find(({ raw }) => KILOS.test(raw));
  if (!first || !own || KILOS.test(first.raw) || own.score < first.score - NEARLY) return found;
  return [
    { ...own, score: first.score },
    ...found.filter((each) => each !== own && each.value !== own.value && KILOS.test(each.raw)),
  ];
}

/** Where both would be the same, the one with less right to it takes its next best. */
function settle(all: Ranked, first: HeaderField, second: HeaderField): void {
  const [a, b] = [all.get(first)?.[0], all.get(second)?.[0]];
  if (!a || !b || a.value !== b.value || (a.box !== b.box && a.box.x !== b.box.x)) return;
  const loser = a.score < b.score ? first : second;
  all.set(
    loser,
    (all.get(loser) ?? []).filter((each) => each.value !== a.value),
  );
}

const NET: Sought = {
  name: "total",
  at: [
    ["net_total", 1],
    ["subtotal", 0.9],
  ],
  accept: amount,
  isLast: true,
};

/** What bears no figures out beside one that does. */
const UNBALANCED = 0.85;

/** Net and tax are the total: figures that bear each other out are the ones that were meant. */
function balance(all: Ranked, field: Field): void {
  const taxes = all.get("tax") ?? [];
  const totals = all.get("total") ?? [];
  if (taxes.length === 0 || totals.length === 0) return;
  const nets = candidatesFor(NET, field).map((each) => Number(each.value));
  const fits = (total: Found, tax: Found) =>
    Number(tax.value) > 0 && nets.some((net) => Math.abs(net + Number(tax.value) - Number(total.value)) < 0.005);
  const pairs = totals.flatMap((total) => taxes.filter((tax) => fits(total, tax)).map((tax) => ({ total, tax })));
  const best = pairs.sort((a, b) => b.total.score + b.tax.score - a.total.score - a.tax.score)[0];
  if (!best) return;
  all.set("total", [
    { ...best.total, score: Math.max(best.total.score, 0.97) },
    ...totals.filter((each) => each.value === best.total.value),
    // A sum that is rounded afterwards is another one.
    ...totals
      .filter((each) => each.value !== best.total.value)
      .map((each) => ({ ...each, score: Math.min(each.score, UNBALANCED) })),
  ]);
  all.set("tax", [{ ...best.tax, score: Math.max(best.tax.score, 0.97) }]);
}

/**
 * The total that its taxes come to with what they are reckoned from, and their sum. What was paid already is taken off
 * that afterwards, and what a paper says of one rate is not its tax.
 */
function byTaxTable(all: Ranked, field: Field): void {
  const totals = all.get("total") ?? [];
  const tables = taxTables(field).filter(({ isTold }) => isTold);
  const told = balancedTotal(all, field);
  const fitting = (among: readonly Found[], which: readonly TaxTable[], score: number) =>
    which.flatMap((table) => {
      // Where a sum is called off elsewhere without its sign, the table says which it has.
      const total = among.find(({ value }) => sameSum(Math.abs(Number(value)), Math.abs(table.gross)));
      const isKept = told !== null && !sameSum(Math.abs(told), Math.abs(table.gross));
      return total && !isKept
        ? [{ tax: { ...table.tax, score }, total: { ...total, value: withSign(total.value, table.gross) }, score }]
        : [];
    });
  const whole = tables.filter(({ isWhole }) => isWhole);
  const printed = whole.flatMap((table) => fitting(figuresOn(field, table), [table], OF_TABLE));
  const [best] = [...fitting(totals, tables, PROVED), ...printed];
  if (!best) return;
  all.set("total", [
    { ...best.total, score: best.score === PROVED ? Math.max(best.total.score, PROVED) : best.score },
    ...totals
      .filter(({ value }) => value !== best.total.value)
      .map((each) => ({ ...each, score: Math.min(each.score, UNBALANCED) })),
  ]);
  all.set("tax", [best.tax]);
}
const PROVED = 0.97;
/** A sum that nothing calls the total is shown, and asked. */
const OF_TABLE = 0.85;

/** The total that the labels tell, where with the tax that they tell it leaves a sum that is printed as well. */
function balancedTotal(all: Ranked, field: Field): number | null {
  const [total, tax] = [all.get("total")?.[0], all.get("tax")?.[0]];
  if (!total || !tax || Number(tax.value) === 0) return null;
  const net = Math.abs(Number(total.value)) - Math.abs(Number(tax.value));
  return figuresOn(field).some(({ value }) => sameSum(Math.abs(Number(value)), net)) ? Number(total.value) : null;
}

function withSign(value: string, sum: number): string {
  return `${sum < 0 ? "-" : ""}${value.replace(/^-/, "")}`;
}

function figuresOn({ runs, style }: Field, without?: TaxTable): readonly Found[] {
  const isOwn = (run: Run) => without?.rows.some(({ page, row }) => page === run.page && row === run.row) ?? false;
  return runs.flatMap((run) => {
    if (isOwn(run)) return [];
    const found =
      run.concepts.length === 0 ? toFound(run.words, run.page, { accept: amount }, { label: "", style }) : null;
    return found && /\.\d{2}$/.test(found.value) ? [found] : [];
  });
}

/** Papers that state the tax on sales. */
const TAXED: readonly DocumentType[] = ["invoice"];

/** Tax and total that no label tells, by figures that add up; one that a label tells bears the other out. */
function addSum(all: Ranked, field: Field): void {
  const told = (name: HeaderField) => (all.get(name)?.[0]?.score ?? 0) >= TOLD;
  const sum = told("total") && told("tax") ? null : taxSum(field);
  if (!sum) return;
  const total = all.get("total")?.[0];
  if (told("total") && total?.value !== sum.total.value) return;
  if (!told("total")) all.set("total", [sum.total]);
  if (!told("tax") || all.get("tax")?.[0]?.value !== sum.tax.value) all.set("tax", [sum.tax]);
}
/** With less a label may be that of a column or of something else. */
const TOLD = 0.7;

/** On the slip for a payment the recipient is who gets the money: the account stands beside the name. */
function withoutPayees(buyers: readonly Found[], field: Field): readonly Found[] {
  const isPayee = ({ box, page }: Found) =>
    box.y > SLIP &&
    (field.byPage.get(page) ?? []).some((run) => Math.abs(run.box.y - box.y) < BESIDE_SLIP && ACCOUNT.test(run.text));
  return buyers.filter((each) => !isPayee(each));
}
/** Slips stand in the lower part of a page, and so far apart are their lines. */
const SLIP = 0.55;
const BESIDE_SLIP = 0.06;
const ACCOUNT = /\b(?:iban|bic|swift|blz|verwendungszweck|kontonummer|sort code)\b|\b[A-Z]{2}\d{2}(?: ?\d{4}){3,}/i;
