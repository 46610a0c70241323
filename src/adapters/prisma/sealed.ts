import type { FieldRecord } from "@/application/records";
import type { Precedence } from "@/domain/declaration/facts";
import type { Box, Method } from "@/domain/shared/sourced";
import type { ExtractedField } from "./generated/client";
import type { Scope } from "./scope";

/** What of a field is kept sealed. */
type Sealed = Pick<FieldRecord, "value" | "machineValue" | "raw" | "otherReading" | "confirmedByName">;

/** A field as it lies in the table, with what was sealed opened again. */
export type OpenedField = Omit<ExtractedField, "sealed" | "searched"> & Sealed;

/** Who is named here stays out of what a search compares. */
export const NAMES_PEOPLE: readonly string[] = ["buyer", "seller", "shipper", "consignee"];

/** The columns that hold a field's value: sealed, and, of a header value that names nobody, what a search compares. */
export function sealField(
  { vault }: Scope,
  {
    organisationId,
    name,
    line,
    value,
    machineValue,
    raw,
    otherReading,
    confirmedByName,
  }: Sealed & Pick<FieldRecord, "organisationId" | "name" | "line">,
) {
  return {
    sealed: vault.seal(
      organisationId,
      JSON.stringify({ value, machineValue, raw, otherReading, confirmedByName } satisfies Sealed),
    ),
    searched: line !== null || NAMES_PEOPLE.includes(name) ? null : value.toLowerCase(),
  };
}

/** The field with its value in clear. */
export function openField({ vault }: Scope, { sealed, searched: _searched, ...row }: ExtractedField): OpenedField {
  // What was sealed before there were other readings does not have them.
  const added = { otherReading: null, confirmedByName: null };
  return { ...row, ...added, ...(JSON.parse(vault.open(row.organisationId, sealed)) as Sealed) };
}

/** The opened row as use cases see it. */
export function toField(row: OpenedField): FieldRecord {
  const { createdAt: _createdAt, box, method, precedence, ...rest } = row;
  return { ...rest, box: box as Box | null, method: method as Method, precedence: precedence as Precedence };
}

/** Any value, sealed as JSON. */
export function sealJson({ vault }: Scope, organisationId: string, value: unknown) {
  return vault.seal(organisationId, JSON.stringify(value));
}

/** The value of what `sealJson` sealed; its shape is the one that was sealed. */
export function openJson<T>({ vault }: Scope, organisationId: string, sealed: Uint8Array): T {
  return JSON.parse(vault.open(organisationId, sealed)) as T;
}
