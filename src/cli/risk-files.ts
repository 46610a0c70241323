import { constants } from "node:buffer";
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { type ColumnMapping, DEFAULT_MAPPING, parseMapping, UnreadableHistory } from "@/domain/history/column-mapping";
import { columnsOf, type HistoryColumns, historyFrom } from "@/domain/history/encode-history";
import type { HistoryEntry, HistoryOutcome } from "@/domain/history/entry";
import { type ReadHistory, readHistory } from "@/domain/history/read-history";
import { decodeModel, encodeModel, UnreadableModel } from "@/domain/risk-model/encode-model";
import { pack, unpack } from "@/domain/risk-model/pack";
import type { RiskModel } from "@/domain/risk-model/risk-model";

const FORMAT = "twogate-risk-1";
/** The first bytes of what gzip wrote. */
const GZIP = [0x1f, 0x8b];

export interface History {
  readonly entries: readonly HistoryEntry[];
  readonly outcomes: readonly HistoryOutcome[];
}

/** A model with the history that features of later entries are worked out from. */
export interface StoredModel extends History {
  readonly model: RiskModel;
  readonly mapping: ColumnMapping;
}

/** The mapping of a file, or the default one. */
export function readMapping(path: string | undefined): ColumnMapping {
  if (path === undefined) return DEFAULT_MAPPING;
  const text = textOf(path);
  try {
    return parseMapping(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableHistory(`${path}: ${reason}`);
  }
}

/** A table of declarations, packed by gzip or not. */
export function readTable(path: string, mapping: ColumnMapping, isStrict: boolean): ReadHistory {
  return readHistory(path, textOf(path), mapping, isStrict);
}

/** Several tables as one history. Throws where an entry is in two of them. */
export function readTables(paths: readonly string[], mapping: ColumnMapping, isStrict: boolean): ReadHistory {
  const tables = paths.map((path) => readTable(path, mapping, isStrict));
  const [only] = tables;
  if (only && tables.length === 1) return only;
  const entries = tables.flatMap((table) => table.entries);
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) throw new UnreadableHistory(`${id} is in two of ${paths.join(", ")}; give each entry once.`);
    seen.add(id);
  }
  const absent = tables.flatMap((table) => table.absent);
  return { entries, outcomes: tables.flatMap((table) => table.outcomes), absent: [...new Set(absent)] };
}

/** Writes a model with its history. */
export function writeStored(path: string, { model, mapping, entries, outcomes }: StoredModel): void {
  const history = columnsOf(entries, outcomes);
  writeFileSync(path, gzipSync(pack({ format: FORMAT, mapping, history, model: encodeModel(model) }), { level: 6 }));
}

/** A model with its history. Throws an error that names the file where it is none. */
export function readStored(path: string): StoredModel {
  const bytes = bytesOf(path);
  try {
    const stored = unpack(bytes) as {
      format?: unknown;
      mapping: ColumnMapping;
      history: HistoryColumns;
      model: Uint8Array;
    };
    if (stored.format !== FORMAT) throw new UnreadableModel("it is of another edition");
    return { ...historyFrom(stored.history), mapping: stored.mapping, model: decodeModel(stored.model) };
  } catch (error) {
    const reason = error instanceof UnreadableModel ? error.message : "it was not written by risk train";
    throw new UnreadableModel(`${path} cannot be read as a risk model (${reason}). Train it with risk train.`);
  }
}

function textOf(path: string): string {
  const bytes = bytesOf(path);
  if (bytes.length > constants.MAX_STRING_LENGTH)
    throw new UnreadableHistory(
      `${path} is longer than one text may be; part it by months and give each part with --data.`,
    );
  return bytes.toString("utf8");
}

function bytesOf(path: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "unreadable";
    throw new UnreadableHistory(`${path} cannot be read (${code}); check the path.`);
  }
  if (bytes[0] !== GZIP[0] || bytes[1] !== GZIP[1]) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    throw new UnreadableHistory(`${path} ends too soon or is damaged; pack it again with gzip.`);
  }
}
