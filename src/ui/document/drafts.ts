import { useCallback, useSyncExternalStore } from "react";
import type { FieldView } from "@/contracts/views/document";

/** Where a person found the text, by pointing at words or by having a part of the page read again. */
export interface DraftPlace {
  readonly page: number;
  readonly box: NonNullable<FieldView["box"]>;
  readonly method: "text_layer" | "ocr";
  readonly raw: string;
}

/** What stands in an input and is not confirmed yet. */
export interface Draft {
  readonly text: string;
  readonly place: DraftPlace | null;
}

/** The texts under way, apart from the fields, so that a key pressed draws one input and not the whole screen. */
export interface Drafts {
  get(fieldId: string): Draft | null;
  set(fieldId: string, draft: Draft | null): void;
  /** The fields that have one. */
  ids(): readonly string[];
  /** Counts the changes, so that who shows all of them knows when to look again. */
  version(): number;
  subscribe(onChange: () => void): () => void;
}

/** A store of drafts, empty at first. */
export function createDrafts(): Drafts {
  const drafts = new Map<string, Draft>();
  const listeners = new Set<() => void>();
  let version = 0;
  return {
    get: (fieldId) => drafts.get(fieldId) ?? null,
    set: (fieldId, draft) => {
      if (draft === null && !drafts.has(fieldId)) return;
      if (draft === null) drafts.delete(fieldId);
      else drafts.set(fieldId, draft);
      version += 1;
      for (const listener of listeners) listener();
    },
    ids: () => [...drafts.keys()],
    version: () => version,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

/** The draft of one field; whoever asks is drawn anew only when that one changes. */
export function useDraft(drafts: Drafts, fieldId: string): Draft | null {
  const read = useCallback(() => drafts.get(fieldId), [drafts, fieldId]);
  return useSyncExternalStore(drafts.subscribe, read, () => null);
}
