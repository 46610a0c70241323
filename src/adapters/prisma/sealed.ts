import type { FieldRecord } from "@/application/records";
import type { ExtractedField } from "./generated/client";
import type { Scope } from "./scope";

/** What of a field is kept sealed. */
type Sealed = Pick<FieldRecord, "value" | "machineValue" | "raw">;

/** A field as it lies in the table, with what was sealed opened again. */
export type OpenedField = Omit<ExtractedField, "sealed" | "searched"> & Sealed;

/** Who is named here stays out of what a search compares. */
const NAMES_PEOPLE: readonly string[] = ["buyer", "seller", "shipper", "consignee"];

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
  }: Sealed & Pick<FieldRecord, "organisationId" | "name" | "line">,
) {
  return {
    sealed: vault.seal(organisationId, JSON.stringify({ value, machineValue, raw } satisfies Sealed)),
    searched: line !== null || NAMES_PEOPLE.includes(name) ? null : value.toLowerCase(),
  };
}

/** The field with its value in clear. */
export function openField({ vault }: Scope, { sealed, searched: _searched, ...row }: ExtractedField): OpenedField {
  return { ...row, ...(JSON.parse(vault.open(row.organisationId, sealed)) as Sealed) };
}

/** Any value, sealed as JSON. */
export function sealJson({ vault }: Scope, organisationId: string, value: unknown) {
  return vault.seal(organisationId, JSON.stringify(value));
}

/** The value of what `sealJson` sealed; its shape is the one that was sealed. */
export function openJson<T>({ vault }: Scope, organisationId: string, sealed: Uint8Array): T {
  return JSON.parse(vault.open(organisationId, sealed)) as T;
}
