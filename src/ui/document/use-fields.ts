"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import type { DocumentView, FieldView } from "@/contracts/views/document";
import { api, wordsOf } from "@/ui/parts/api-client";

export interface FieldsModel {
  readonly fields: readonly FieldView[];
  readonly unsure: readonly FieldView[];
  /** The field that has the focus. */
  readonly active: string | null;
  /** The field that both sides highlight: the one under the pointer, else the active one. */
  readonly lit: string | null;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly activate: (fieldId: string) => void;
  readonly hover: (fieldId: string | null) => void;
  readonly focus: (fieldId: string) => void;
  /** Goes to the next unsure field; false when there is none further on. */
  readonly focusNext: (after: string, isRound?: boolean) => boolean;
  readonly settle: (field: FieldView, value: string) => void;
  readonly confirmAll: () => Promise<void>;
}

/** What was read from a document, which of it is looked at, and the acts of the person who checks it. */
export function useFields(document: DocumentView, initialField: string | null): FieldsModel {
  const router = useRouter();
  const [fields, setFields] = useState(document.fields);
  const [active, setActive] = useState<string | null>(
    initialField ?? document.fields.find((field) => field.isUnsure)?.id ?? null,
  );
  const [hovered, setHovered] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const unsure = fields.filter((field) => field.isUnsure);

  useEffect(() => setFields(document.fields), [document.fields]);
  const inputOf = (fieldId: string) =>
    root.current?.querySelector<HTMLInputElement>(`[data-field="${fieldId}"] input`) ?? null;
  useEffect(() => {
    if (initialField) root.current?.querySelector<HTMLInputElement>(`[data-field="${initialField}"] input`)?.focus();
  }, [initialField]);

  const focusNext = (after: string, isRound = false) => {
    const from = fields.findIndex((field) => field.id === after);
    const order = [...fields.slice(from + 1), ...(isRound ? fields.slice(0, Math.max(0, from)) : [])];
    const input = order.filter((field) => field.isUnsure).map((field) => inputOf(field.id))[0];
    input?.focus();
    return input !== undefined && input !== null;
  };
  const send = async (field: FieldView, value: string | null) => {
    try {
      const seen = { status: field.status, value: field.value };
      const settled = await (value === ""
        ? api<FieldView>(`/fields/${field.id}/rejection?seen=${field.status}`, { method: "POST", json: {} })
        : api<FieldView>(`/fields/${field.id}/confirmation`, {
            method: "POST",
            json: value === null || value === field.value ? { seen } : { value, seen },
          }));
      setFields((all) => all.map((each) => (each.id === field.id ? settled : each)));
    } catch (error) {
      toast.error(wordsOf(error));
      // What somebody else settled meanwhile is shown, so that the next act is about what stands.
      router.refresh();
    }
  };
  return {
    fields,
    unsure,
    active,
    lit: hovered ?? active,
    root,
    activate: setActive,
    hover: setHovered,
    focus: (fieldId) => inputOf(fieldId)?.focus(),
    focusNext,
    settle: (field, value) => {
      focusNext(field.id, true);
      void send(field, value.trim());
    },
    confirmAll: async () => {
      for (const field of unsure) await send(field, null);
      router.refresh();
    },
  };
}
