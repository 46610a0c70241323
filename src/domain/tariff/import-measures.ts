import { plainRate, type Rate } from "./duty-expression";
import { parseDuty, parseSpecial } from "./duty-text";
import type { DutyColumn, RowFault } from "./import-table";
import type { Condition, MeasureKind, TariffMeasure } from "./measure";
import type { TariffLine } from "./national-line";
import { unitOf } from "./unit";

/** A duty of a row that is kept as text alone, for no rate could be read from it. */
export interface DutyNote {
  readonly row: number;
  readonly code: string;
  readonly field: string;
  readonly text: string;
}

interface RowDuties {
  readonly measures: readonly TariffMeasure[];
  readonly notes: readonly DutyNote[];
  readonly faults: readonly RowFault[];
}

/** The measures that the duty columns of a row come to; what is not understood is noted, and a negative rate is a fault. */
export function measuresOfRow(row: number, line: TariffLine, columns: readonly DutyColumn[]): RowDuties {
  const read = columns.flatMap((column) => {
    const text = line.duties[column.field];
    return text === undefined ? [] : [dutiesOf(row, line, column, text)];
  });
  return {
    measures: read.flatMap((each) => each.measures),
    notes: read.flatMap((each) => each.notes),
    faults: read.flatMap((each) => each.faults),
  };
}

function dutiesOf(row: number, line: TariffLine, column: DutyColumn, text: string): RowDuties {
  const note = (said: string): DutyNote => ({ row, code: line.code, field: column.field, text: said });
  if (column.kind === "text") return { measures: [], notes: [note(text)], faults: [] };
  if (column.kind === "us_special") {
    const { rates, rest } = parseSpecial(text);
    const measures = rates.map(({ rate, programmes }, index) =>
      measureOf(line, "special_preferential", rate, {
        suffix: `:${index + 1}`,
        conditions: [{ kind: "programme", anyOf: programmes }],
      }),
    );
    return { measures, notes: rest.map(note), faults: [] };
  }
  const rate = parseDuty(text, line.jurisdiction);
  if (!rate.ok && rate.error === "rate_negative") {
    const parameters = { code: line.code, text };
    return { measures: [], notes: [], faults: [{ row, field: column.field, fault: "rate_negative", parameters }] };
  }
  if (!rate.ok || (isTax(column.kind) && !isSimple(rate.value)))
    return { measures: [], notes: [note(text)], faults: [] };
  return { measures: [measureOf(line, column.kind, rate.value, ofColumn(column))], notes: [], faults: [] };
}

interface Particulars {
  /** Tells the measures of one kind of a line apart. */
  readonly suffix?: string;
  readonly area?: string;
  readonly conditions?: readonly Condition[];
  readonly orderNumber?: string | null;
}

function ofColumn({ area, agreement, orderNumber }: DutyColumn): Particulars {
  return {
    suffix: (orderNumber ?? agreement) ? `:${orderNumber ?? agreement}` : "",
    area,
    conditions: agreement === null ? [] : [{ kind: "certificate", agreement }],
    orderNumber,
  };
}

function measureOf(
  { jurisdiction, code, units, validFrom, validTo, citation }: TariffLine,
  kind: MeasureKind,
  rate: Rate,
  { suffix = "", area = "*", conditions = [], orderNumber = null }: Particulars,
): TariffMeasure {
  return {
    id: `${jurisdiction}:${kind}:${code}:${area}${suffix}@${validFrom}`,
    jurisdiction,
    code,
    geography: { area, except: [] },
    kind,
    rate,
    threshold: null,
    conditions,
    orderNumber,
    additionalUnits: units.flatMap((unit) => unitOf(unit) ?? []),
    validFrom,
    validTo,
    citation,
  };
}

function isTax(kind: MeasureKind): boolean {
  return kind === "vat" || kind === "consumption_tax";
}

function isSimple(rate: Rate): boolean {
  return JSON.stringify(rate) === JSON.stringify(plainRate(rate));
}
