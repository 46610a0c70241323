import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import type { FeedKind } from "@/domain/three-documents/documents";
import { masked } from "@/domain/three-documents/mask";
import type { PersonalKind } from "@/domain/three-documents/outcome";
import { type Actor, authorise } from "./actor";
import type { CsvReader } from "./csv-reader";
import type { UnitOfWork, World } from "./ports";
import { type FeedFile, readFeedFile } from "./read-feed-file";
import { type FeedReceipt, receiveRecords } from "./receive-records";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly parseCsv: CsvReader;
}

/** A file that is given for a feed. */
export interface GivenFile {
  readonly kind: FeedKind;
  readonly bytes: Uint8Array;
  /** Column of the feed to heading of the file, where they differ. */
  readonly mapping: Readonly<Record<string, string>>;
}

/** What a file holds, before anything is tried. */
export interface FilePreview extends Pick<FeedFile, "encoding" | "headings" | "mapping" | "unknown" | "missing"> {
  readonly records: number;
  /** The first records, people masked. */
  readonly sample: readonly Readonly<Record<string, string>>[];
}

const SHOWN = 5;

/** What names people in the files, and how it is masked. */
const PERSONAL: Readonly<Record<string, PersonalKind>> = {
  buyerName: "name",
  buyerIdNumber: "identity",
  payerName: "name",
  payerIdNumber: "identity",
  consignee: "name",
  consigneeTelephone: "phone",
  consigneeAddress: "address",
};

/** Takes a file apart and shows what it holds; nothing is kept. */
export function previewFeedFile(ports: Ports, actor: Actor, file: GivenFile): Result<FilePreview, Failure> {
  const allowed = authorise(actor, "feed_orders");
  if (!allowed.ok) return allowed;
  const read = readFeedFile(ports.parseCsv, file.kind, file.bytes, file.mapping);
  if (!read.ok) return read;
  const { encoding, headings, mapping, unknown, missing, records } = read.value;
  const sample = records
    .slice(0, SHOWN)
    .map((record) =>
      Object.fromEntries(
        Object.entries(record).map(([column, value]) => [
          column,
          typeof value === "string" ? masked(value, PERSONAL[column] ?? null) : `× ${(value as unknown[]).length}`,
        ]),
      ),
    );
  return ok({ encoding, headings, mapping, unknown, missing, records: records.length, sample });
}

/** More would hold up the feeds of the organisation for longer than a transaction may take. */
const FILE_RECORDS = 5_000;

/** Tries what would become of a file, or takes it: each record by itself, as by the API. */
export async function receiveFeedFile(
  ports: Ports,
  actor: Actor,
  file: GivenFile,
  isTrial: boolean,
): Promise<Result<FeedReceipt, Failure>> {
  const allowed = authorise(actor, "feed_orders");
  if (!allowed.ok) return allowed;
  const read = readFeedFile(ports.parseCsv, file.kind, file.bytes, file.mapping);
  if (!read.ok) return read;
  const { records, rows, faults, missing } = read.value;
  const [column] = missing;
  if (column !== undefined)
    return err({ kind: "invalid_input", pointer: "/", fault: "column_missing", parameters: { column } });
  if (records.length > FILE_RECORDS)
    return err({
      kind: "invalid_input",
      pointer: "/",
      fault: "too_many_records",
      parameters: { limit: String(FILE_RECORDS) },
    });
  return receiveRecords(ports, actor, {
    kind: file.kind,
    source: "csv",
    records,
    isTrial,
    rowOf: (index) => rows[index] ?? index + 1,
    faultOf: (index) => faults.get(index) ?? null,
  });
}
