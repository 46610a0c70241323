"use client";

import { useRouter } from "next/navigation";
import { type Dispatch, type SetStateAction, useRef } from "react";
import { toast } from "sonner";
import type { FieldView } from "@/contracts/views/document";
import { wordsOf } from "@/ui/parts/api-client";
import type { Drafts } from "./drafts";
import type { ValidationModel } from "./model";
import { reopened, sendReopened, sendSettled, settled } from "./settle";

interface Given {
  readonly drafts: Drafts;
  readonly setFields: Dispatch<SetStateAction<readonly FieldView[]>>;
  readonly track: (request: Promise<unknown>) => Promise<void>;
  readonly cellSettled: ValidationModel["cellSettled"];
}

/**
 * The two acts on a value, to settle it and to take that back: shown at once, and sent one after the other, for the
 * second is about what came of the first. What the server refuses is taken back.
 */
export function useSettling({ drafts, setFields, track, cellSettled }: Given) {
  const router = useRouter();
  const latest = useRef(new Map<string, Promise<FieldView | null>>());
  const act = (field: FieldView, shown: FieldView | null, send: (now: FieldView) => Promise<FieldView | null>) => {
    const draft = drafts.get(field.id);
    const put = (now: FieldView | null) => setFields((all) => withField(all, field.id, now));
    put(shown);
    drafts.set(field.id, null);
    const before = latest.current.get(field.id) ?? Promise.resolve(field);
    const request = before.catch(() => field).then((now) => send(now ?? field));
    latest.current.set(field.id, request);
    const isLatest = () => latest.current.get(field.id) === request && latest.current.delete(field.id);
    const shownAsKept = request.then(
      (kept) => {
        if (isLatest()) put(kept);
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
        isLatest();
        drafts.set(field.id, draft);
        put(field.id.includes(":") ? null : field);
        // What somebody else settled meanwhile is shown, so that the next act is about what stands.
        router.refresh();
      },
    );
    const tracked = track(shownAsKept);
    if (field.line !== null) cellSettled.current?.(field, tracked);
  };
  return {
    send: (field: FieldView, value: string | null) => {
      const place = drafts.get(field.id)?.place ?? null;
      act(field, settled(field, value, place), (now) => sendSettled(now, value, place));
    },
    reopen: (field: FieldView) => act(field, reopened(field), sendReopened),
  };
}

/** The fields with one of them as it is now, or without it. */
function withField(all: readonly FieldView[], id: string, now: FieldView | null): readonly FieldView[] {
  if (now === null) return all.filter((each) => each.id !== id);
  return all.some((each) => each.id === id) ? all.map((each) => (each.id === id ? now : each)) : [...all, now];
}
