import type { LocalDate, Validity } from "../shared/local-date";

/** That a subheading of an edition of the Harmonized System ceased, and what its goods are classified under since. */
export interface Succession extends Validity {
  readonly id: string;
  /** Six digits, of the edition before. */
  readonly code: string;
  /** Six digits each, of the edition in force. */
  readonly successors: readonly string[];
  readonly note: string;
  readonly citation: string;
}

const CITATION =
  "Amendments to the Harmonized System, edition of 2022, in force 2022-01-01 (correlation from field practice, not checked at source)";

/**
 * Reads the correlation of two editions from its table: remarks behind a number sign, a header line, then the code of
 * the former edition, one successor and a note, with tabs; a code stands on as many lines as it has successors. Throws,
 * naming the line, when a line has another shape.
 */
export function parseSuccessions(table: string, validFrom: LocalDate): readonly Succession[] {
  const found = new Map<string, Succession>();
  const lines = table.split("\n").map((line, index) => ({ line, number: index + 1 }));
  for (const { line, number } of lines.filter((each) => !/^(#|code|\s*$)/.test(each.line))) {
    const [code = "", successor = "", note = ""] = line.split("\t");
    if (!/^\d{6}$/.test(code) || !/^\d{6}$/.test(successor))
      throw new Error(`Line ${number} of the correlation is not code, successor, note.`);
    const known = found.get(code)?.successors ?? [];
    found.set(code, {
      id: `succession:${code}@${validFrom}`,
      code,
      successors: [...known, successor],
      note: note.trim(),
      validFrom,
      validTo: null,
      citation: CITATION,
    });
  }
  return [...found.values()];
}

/** The code itself while it exists; of one that ceased, its successors, each a subheading of six digits. */
export function successors(successions: readonly Succession[], code: string): readonly string[] {
  const ceased = successions.find((each) => each.code === code.slice(0, 6));
  return ceased ? ceased.successors : [code];
}
