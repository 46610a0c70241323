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

const LINE_ORDER = [
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

/** The goods lines as a grid: the columns that any of them has, and a row for each. */
export function toGrid(fields: readonly FieldView[]): {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: ReadonlyMap<string, FieldView> }[];
} {
  const ofLines = fields.filter((field) => field.line !== null);
  const names = new Set(ofLines.map((field) => field.name));
  const lines = [...new Set(ofLines.map((field) => field.line ?? 0))].sort((a, b) => a - b);
  return {
    columns: [
      ...LINE_ORDER.filter((name) => names.has(name)),
      ...[...names].filter((name) => !LINE_ORDER.includes(name)),
    ],
    rows: lines.map((line) => ({
      line,
      cells: new Map(ofLines.filter((field) => field.line === line).map((field) => [field.name, field])),
    })),
  };
}
