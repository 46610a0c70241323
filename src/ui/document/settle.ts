import type { FieldView } from "@/contracts/views/document";
import { isUnsure } from "@/domain/declaration/facts";
import { kindOf, parseField } from "@/domain/extraction/parse-field";
import { api } from "@/ui/parts/api-client";
import type { DraftPlace } from "./drafts";
import { isEmptySlot } from "./slots";

/** What Enter means for a text: a value to be confirmed, one that is written anew first, or none of its kind. */
export type Entry =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "rewritten"; readonly value: string }
  | { readonly kind: "absent" }
  | { readonly kind: "malformed" };

const CANONICAL: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  decimal: /^-?\d+(\.\d+)?$/,
  integer: /^\d{1,9}$/,
  currency: /^[A-Z]{3}$/,
  country: /^[A-Z]{2}$/,
  incoterm: /^[A-Z]{3}$/,
  commodity_code: /^\d{6}(?:\d{2}|\d{4,7})?$/,
};

/** Reads what stands in an input; what is not in the form of its field is shown in that form before it counts. */
export function entryOf(name: string, text: string): Entry {
  const plain = text.trim();
  if (plain === "") return { kind: "absent" };
  if (!/[\p{L}\p{N}]/u.test(plain)) return { kind: "malformed" };
  const form = CANONICAL[kindOf(name)];
  if (!form || form.test(plain)) return { kind: "value", value: plain };
  const value = parseField(name, plain);
  return value === null ? { kind: "malformed" } : { kind: "rewritten", value };
}

/** How the field will stand when the server agrees. */
export function settled(field: FieldView, value: string | null, place: DraftPlace | null): FieldView {
  const asRead = field.machineValue ?? field.value;
  const isCorrected = !isEmptySlot(field) && value !== null && value !== asRead;
  return {
    ...field,
    ...place,
    value: value ?? field.value,
    machineValue: isCorrected ? asRead : null,
    status: value === null ? "rejected" : isCorrected ? "corrected" : "confirmed",
    isUnsure: false,
    otherReading: null,
  };
}

/** How the field will stand when what was said of it is taken back; null where the machine had read nothing. */
export function reopened(field: FieldView): FieldView | null {
  if (isEmptySlot(field) || (field.method === "typed" && field.machineValue === null)) return null;
  const back = {
    ...field,
    value: field.machineValue ?? field.value,
    machineValue: null,
    status: "suggested" as const,
    confirmedBy: null,
    confirmedByName: null,
    confirmedAt: null,
  };
  return { ...back, isUnsure: isUnsure(back) };
}

/** Tells the server to take back what a person said of a value, and gives the field as it is kept; null for gone. */
export async function sendReopened({ id, status }: FieldView): Promise<FieldView | null> {
  const path = `/fields/${id}/reopening?seen=${status}`;
  return (await api<{ field: FieldView | null }>(path, { method: "POST", json: {} })).field;
}

/** Tells the server what a person settled, and gives the field as it is kept. */
export function sendSettled(field: FieldView, value: string | null, place: DraftPlace | null): Promise<FieldView> {
  if (isEmptySlot(field)) {
    const { documentId, name, line } = field;
    return api<FieldView>(`/documents/${documentId}/fields`, { method: "POST", json: { name, line, value, place } });
  }
  if (value === null)
    return api<FieldView>(`/fields/${field.id}/rejection?seen=${field.status}`, { method: "POST", json: {} });
  const seen = { status: field.status, value: field.value };
  return api<FieldView>(`/fields/${field.id}/confirmation`, {
    method: "POST",
    json: { seen, ...(value === field.value ? {} : { value }), ...(place ? { place } : {}) },
  });
}
