import { resolve } from "node:path";
import type { ImportFault, ImportOutcome } from "@/application/import-tariff";
import { describeRowFault, describeTableFault } from "@/contracts/tariff-words";
import { isLocalDate } from "@/domain/shared/local-date";
import type { Plan } from "@/domain/tariff/import-plan";
import { type ImportAsked, PROFILES } from "@/domain/tariff/import-table";
import { JURISDICTIONS } from "@/domain/tariff/jurisdiction";
import type { TariffLine } from "@/domain/tariff/national-line";
import { importTariffFile } from "@/runtime/tariff";

interface Values {
  readonly jurisdiction?: string | undefined;
  readonly profile?: string | undefined;
  readonly effective?: string | undefined;
  readonly edition?: string | undefined;
  readonly citation?: string | undefined;
  readonly preview?: boolean | undefined;
  readonly partial?: boolean | undefined;
}

/** How much of a list is printed; the rest is counted. */
const MOST_SHOWN = 20;

/** `tariff import FILE`: prints what changes, and gives the exit code. */
export async function importTariff(path: string, values: Values): Promise<number> {
  const asked = askedOf(values);
  if (typeof asked === "string") {
    process.stderr.write(`${asked}\n`);
    return 2;
  }
  const began = Date.now();
  const isPreview = values.preview === true;
  const outcome = await importTariffFile(resolve(path), asked, isPreview);
  if (!outcome.ok) {
    process.stderr.write(`${faultWords(outcome.error).join("\n")}\nNothing was imported.\n`);
    return 1;
  }
  const done = isPreview ? "Preview; nothing was written." : `Imported, in force from ${asked.effective}.`;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${outcomeWords(outcome.value).join("\n")}\n${done} ${seconds} s.\n`);
  return 0;
}

/** What is asked, or what is missing. */
function askedOf(values: Values): ImportAsked | string {
  const jurisdiction = JURISDICTIONS.find((each) => each === values.jurisdiction);
  const profile = PROFILES.find((each) => each === (values.profile ?? "standard"));
  const { effective = "", citation = "" } = values;
  if (!jurisdiction) return `--jurisdiction is one of ${JURISDICTIONS.join(", ")}.`;
  if (!profile) return `--profile is one of ${PROFILES.join(", ")}.`;
  if (!isLocalDate(effective)) return "--effective is the first day of the tariff, YYYY-MM-DD.";
  if (citation.trim().length < 10) return "--citation names the source: title, edition, where it was published.";
  return {
    jurisdiction,
    profile,
    effective,
    edition: values.edition ?? `${jurisdiction} ${effective}`,
    citation: citation.trim(),
    isPartial: values.partial === true,
  };
}

function faultWords(fault: ImportFault): readonly string[] {
  return fault.kind === "rows" ? shown(fault.faults, describeRowFault) : [describeTableFault(fault)];
}

function outcomeWords({ lines, measures, notes }: ImportOutcome): readonly string[] {
  return [
    `Lines: ${countsOf(lines)}.`,
    `Measures: ${countsOf(measures)}.`,
    ...shown(lines.added, (line) => `+ ${line.code} ${line.description}`),
    ...shown(lines.changed, ({ before, after }) => `~ ${after.code} ${differences(before, after)}`),
    ...shown(lines.ended, (line) => `- ${line.code} ${line.description}`),
    ...(notes.length === 0
      ? []
      : [`${notes.length} duties are kept as text and levied by nothing, for no rate could be read from them:`]),
    ...shown(notes, ({ row, code, field, text }) => `? row ${row}, ${code}, ${field}: ${text}`),
  ];
}

function countsOf({ added, changed, ended, unchanged }: Plan<unknown>): string {
  return `${added.length} added, ${changed.length} changed, ${ended.length} ended, ${unchanged} unchanged`;
}

/** Every value that differs, before and after. */
function differences(before: TariffLine, after: TariffLine): string {
  const texts = (line: TariffLine): Readonly<Record<string, string>> => ({
    description: line.description,
    description_zh: line.descriptionZh ?? "",
    context: line.context ?? "",
    units: line.units.join("; "),
    valid_to: line.validTo ?? "",
    ...line.duties,
  });
  const [old, now] = [texts(before), texts(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => (old[name] ?? "") !== (now[name] ?? ""))
    .map((name) => `${name}: “${old[name] ?? ""}” → “${now[name] ?? ""}”`)
    .join(", ");
}

function shown<T>(all: readonly T[], describe: (each: T) => string): readonly string[] {
  const rest = all.length - MOST_SHOWN;
  return [...all.slice(0, MOST_SHOWN).map(describe), ...(rest > 0 ? [`… and ${rest} more`] : [])];
}
