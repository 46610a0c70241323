import { listIssues } from "../assessment/positive-list";
import { isOneArticle } from "../assessment/retail-import";
import type { DeclarationLine } from "../declaration/declaration";
import { add, compare, decimal, formatDecimal, sum } from "../shared/decimal";
import type { Source, Sourced } from "../shared/sourced";
import { measuresOn } from "../tariff/measure";
import type { MatchContext } from "./context";
import type { InventoryLine, OrderLine, Triple } from "./documents";
import { type Finding, finding, type RuleResult, resultOf, type Stated, stated } from "./outcome";
import { dutiableValue } from "./rules-money";

/** The regime of orders that are kept in the zone. */
const REGIME = "1210";

/** M14: what is declared was ordered: each article by its number, in the same quantity and at the same price. */
export function declaredLines({ order, inventory }: Triple): RuleResult {
  const values = [
    stated("order", "items", order.lines.map((line) => line.itemNumber).join(", ")),
    stated("inventory", "items", inventory.lines.map((line) => line.itemNumber).join(", ")),
  ];
  const left = [...order.lines];
  const findings = inventory.lines.flatMap((line) => {
    const at = closest(left, line);
    const [ordered] = at < 0 ? [] : left.splice(at, 1);
    return lineFindings(line, ordered ?? null, values);
  });
  return resultOf("M14", "hard", values, findings);
}

/** An article may be ordered on several lines; each declared line is held against the one most like it. */
function closest(ordered: readonly OrderLine[], line: InventoryLine): number {
  const same = ordered.findIndex(
    (each) =>
      each.itemNumber === line.itemNumber &&
      isEqual(each.quantity, line.quantity) &&
      isEqual(each.unitPrice, line.unitPrice),
  );
  return same >= 0 ? same : ordered.findIndex((each) => each.itemNumber === line.itemNumber);
}

function lineFindings(line: InventoryLine, ordered: OrderLine | null, items: readonly Stated[]): readonly Finding[] {
  const parameters = { line: String(line.number), item: line.itemNumber };
  if (ordered === null) return [finding({ reason: "not_ordered", owner: "broker", values: items, parameters })];
  const compared = [
    ["qty", "quantity"],
    ["price", "unitPrice"],
    ["totalPrice", "total"],
  ] as const;
  return compared
    .filter(([, name]) => !isEqual(ordered[name], line[name]))
    .map(([field, name]) =>
      finding({
        reason: "line_differs",
        owner: "broker",
        values: [stated("order", field, ordered[name]), stated("inventory", field, line[name])],
        parameters: { ...parameters, field },
      }),
    );
}

function isEqual(a: string, b: string): boolean {
  return compare(decimal(a), decimal(b)) === 0;
}

/** M15: every code is on the positive list of the day, and the note beside it admits the goods. */
export function positiveList({ inventory }: Triple, { law }: MatchContext): RuleResult {
  const { reference, day } = law;
  const values = inventory.lines.map((line) => stated("inventory", "gcode", line.commodityCode));
  const unknown = inventory.lines
    .filter((line) => line.commodityCode === null || line.origin === null)
    .map((line) =>
      finding({
        reason: line.commodityCode === null ? "code_missing" : "origin_missing",
        outcome: "unknown",
        owner: "platform",
        values: [stated("order", line.commodityCode === null ? "gcode" : "country", null)],
        parameters: { line: String(line.number), item: line.itemNumber },
      }),
    );
  const lines = inventory.lines.flatMap((line) => toDeclared(line) ?? []);
  const refused = listIssues({ content: { regime: REGIME, lines }, reference, day }).map((issue) =>
    finding({
      reason: issue.code,
      owner: "broker",
      values: [stated("inventory", "gcode", issue.parameters.code ?? "")],
      parameters: { ...issue.parameters, day, regime: REGIME },
    }),
  );
  return resultOf("M15", "hard", values, [...unknown, ...refused, ...noteFindings(lines, law)]);
}

/** Notes on names and on excluded goods are held against the description by a person. */
function noteFindings(lines: readonly DeclarationLine[], law: MatchContext["law"]): readonly Finding[] {
  return lines.flatMap((line) => {
    const { commodityCode, origin, description, number } = line;
    const entry = measuresOn(law.reference, commodityCode.value, origin.value, law.day).get("positive_list");
    return (entry?.conditions ?? []).flatMap((condition) =>
      condition.kind === "name_only" || condition.kind === "exclude"
        ? [
            finding({
              reason: `list_${condition.kind}`,
              outcome: "review",
              severity: "warn",
              owner: "broker",
              values: [stated("inventory", "gname", description.value)],
              parameters: { line: String(number), goods: condition.goods, code: commodityCode.value },
            }),
          ]
        : [],
    );
  });
}

const FEED: Source = {
  fieldId: null,
  documentId: null,
  page: null,
  box: null,
  confidence: 1,
  method: "feed",
  confirmedBy: null,
};

function toDeclared(line: InventoryLine): DeclarationLine | null {
  const { commodityCode, origin, netWeightKg } = line;
  if (commodityCode === null || origin === null) return null;
  const from = (value: string): Sourced<string> => ({ value, source: FEED });
  return {
    number: line.number,
    description: from(line.name),
    commodityCode: from(commodityCode),
    quantity: from(line.quantity),
    unit: from(line.unit),
    unitPrice: from(line.unitPrice),
    amount: from(line.total),
    origin: from(origin),
    netWeightKg: netWeightKg === null ? null : from(netWeightKg),
  };
}

/**
 * M17: the order keeps to the limit of one transaction, or is one article that cannot be divided; and with what the
 * buyer's other orders hold it keeps to the year. Cai Guan Shui [2018] 49, art. 1.
 */
export function limits({ order, inventory }: Triple, { law, quotaHeld }: MatchContext): RuleResult {
  const value = dutiableValue({ order, inventory });
  const single = law.values.cbec_single_limit_cny;
  const annual = law.values.cbec_annual_limit_cny;
  const values = [stated("inventory", "goods+freight+insurance", formatDecimal(value))];
  const findings: Finding[] = [];
  if (compare(value, single) > 0 && !isOneArticle(inventory.lines))
    findings.push(
      finding({ reason: "single_limit", owner: "platform", values, parameters: { limit: formatDecimal(single) } }),
    );
  if (compare(add(value, decimal(quotaHeld)), annual) > 0)
    findings.push(
      finding({
        reason: "annual_limit",
        owner: "platform",
        // What other orders hold of the person's year may be another firm's business: that it is too much is all that is said.
        values,
        parameters: { limit: formatDecimal(annual) },
      }),
    );
  return resultOf("M17", "hard", values, findings);
}

/** M18: bonded goods name their book and zone, every article its number in the book, and the book has enough of it. */
export function bondedPlace({ inventory }: Triple, { bookAvailable }: MatchContext): RuleResult {
  const { place, lines } = inventory;
  const named = [
    stated("inventory", "emsNo", place.bookNumber),
    stated("inventory", "areaCode", place.areaCode),
    stated("inventory", "areaName", place.areaName),
  ];
  const missing = named
    .filter((each) => each.value === "")
    .map((each) =>
      finding({ reason: "place_missing", owner: "broker", values: [each], parameters: { field: each.field } }),
    );
  const unnumbered = lines
    .filter((line) => !line.itemRecordNumber)
    .map((line) =>
      finding({
        reason: "item_record_missing",
        owner: "broker",
        values: [stated("order", "itemNo", line.itemNumber), stated("inventory", "itemRecordNo", null)],
        parameters: { line: String(line.number), item: line.itemNumber },
      }),
    );
  const short = bookAvailable === null ? [] : shortages(lines, bookAvailable);
  return resultOf("M18", "hard", named, [...missing, ...unnumbered, ...short]);
}

function shortages(
  lines: readonly InventoryLine[],
  available: NonNullable<MatchContext["bookAvailable"]>,
): readonly Finding[] {
  const numbers = [...new Set(lines.flatMap((line) => line.itemRecordNumber ?? []))];
  return numbers.flatMap((number) => {
    const needed = sum(lines.filter((line) => line.itemRecordNumber === number).map((line) => decimal(line.quantity)));
    const left = available.get(number) ?? decimal("0");
    if (compare(needed, left) <= 0) return [];
    const values = [stated("inventory", "qty", formatDecimal(needed))];
    const parameters = { item: number, available: formatDecimal(left) };
    return [finding({ reason: "book_short", owner: "broker", values, parameters })];
  });
}
