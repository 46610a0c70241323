import type { FieldView } from "@/contracts/views/document";

/** What belongs together on a paper; whatever is named nowhere is a figure. */
const GROUPS = {
  paper: ["invoice_number", "date", "transport_number", "master_number", "certificate_number"],
  parties: ["seller", "buyer", "shipper", "consignee"],
  route: ["port_of_loading", "port_of_discharge", "incoterm", "country_of_origin", "container_numbers"],
} as const;
export const GROUP_NAMES = [...(Object.keys(GROUPS) as (keyof typeof GROUPS)[]), "figures"] as const;
type GroupName = (typeof GROUP_NAMES)[number];

/** The fields of the header of one group, in the order of the paper. */
export function ofGroup(fields: readonly FieldView[], group: GroupName): readonly FieldView[] {
  const named: readonly string[] = Object.values(GROUPS).flat();
  return fields.filter(
    ({ line, name }) =>
      line === null &&
      (group === "figures" ? !named.includes(name) : (GROUPS[group] as readonly string[]).includes(name)),
  );
}

/** The columns that lines may have, in the order of papers. */
export const LINE_ORDER: readonly string[] = [
  "description",
  "hs_code",
  "origin",
  "quantity",
  "unit",
  "unit_price",
  "amount",
  "net_weight_kg",
  "gross_weight_kg",
  "packages",
];

export interface GridLine {
  readonly line: number;
  readonly cells: ReadonlyMap<string, FieldView>;
}

/**
 * The goods lines as a grid: the columns that any of them has, and a row for each. A line of which a person said that
 * no part is on the document is none.
 */
export function toGrid(fields: readonly FieldView[]): {
  readonly columns: readonly string[];
  readonly rows: readonly GridLine[];
} {
  const lines = new Map<number, Map<string, FieldView>>();
  for (const field of fields) {
    if (field.line === null) continue;
    const cells = lines.get(field.line) ?? new Map<string, FieldView>();
    cells.set(field.name, field);
    lines.set(field.line, cells);
  }
  const rows = [...lines]
    .filter(([, cells]) => [...cells.values()].some((field) => field.status !== "rejected"))
    .sort(([a], [b]) => a - b)
    .map(([line, cells]) => ({ line, cells }));
  const names = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  return { columns: orderColumns([...names]), rows };
}

/** Columns in the order of papers. */
export function orderColumns(names: readonly string[]): readonly string[] {
  return [...LINE_ORDER.filter((name) => names.includes(name)), ...names.filter((name) => !LINE_ORDER.includes(name))];
}
