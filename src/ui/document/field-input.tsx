"use client";

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import type { FieldView } from "@/contracts/views/document";
import { cn } from "@/ui/parts/cn";
import { useDraft } from "./drafts";
import { leaveRegion } from "./form-edge";
import type { ValidationModel } from "./model";
import { isEmptySlot } from "./slots";

interface Props {
  readonly field: FieldView;
  readonly model: ValidationModel;
  readonly label: string;
  readonly id?: string;
  readonly placeholder?: string | undefined;
  readonly isOpen: boolean;
  readonly className?: string | undefined;
}

/** One value to be checked. Its keys are those of the screen; in a grid the grid's own come first. */
export function FieldInput({ field, model, label, id, placeholder, isOpen, className }: Props) {
  const draft = useDraft(model.drafts, field.id);
  const input = useRef<HTMLInputElement>(null);
  useTypedBefore(input, field, model);
  return (
    <input
      ref={input}
      {...(id ? { id } : { "aria-label": label })}
      value={draft?.text ?? field.value}
      placeholder={placeholder}
      onChange={(event) => model.drafts.set(field.id, { text: event.target.value, place: draft?.place ?? null })}
      onKeyDown={(event) => handleKey(event, field, model)}
      onFocus={(event) => {
        event.target.select();
        model.activate(field.id);
      }}
      onBlur={model.leave}
      autoComplete="off"
      spellCheck={false}
      data-draft={draft ? true : undefined}
      className={cn(
        "h-7 w-full min-w-0 rounded-sm border bg-panel px-1.5 text-sm focus-visible:-outline-offset-1",
        isOpen ? "border-yellow/70" : "border-line-strong/60",
        isEmptySlot(field) && "border-dashed",
        draft && "border-accent",
        field.status === "rejected" && "text-muted line-through",
        className,
      )}
    />
  );
}

/** What was typed before the screen was awake counts as if it were typed now. */
function useTypedBefore(input: RefObject<HTMLInputElement | null>, field: FieldView, model: ValidationModel): void {
  const take = useRef(() => {
    const text = input.current?.value;
    const shown = model.drafts.get(field.id)?.text ?? field.value;
    if (text !== undefined && text !== shown) model.drafts.set(field.id, { text, place: null });
  });
  useLayoutEffect(() => take.current(), []);
}

function handleKey(event: KeyboardEvent<HTMLInputElement>, field: FieldView, model: ValidationModel): void {
  if (event.defaultPrevented || event.nativeEvent.isComposing) return;
  const { key, altKey, shiftKey } = event;
  const isTaken = act();
  if (isTaken) event.preventDefault();

  function act(): boolean {
    if (key === "Enter" && (event.ctrlKey || event.metaKey)) model.finish();
    else if (key === "Enter") model.confirmAndGoOn(field);
    else if (key === "Escape") model.drafts.set(field.id, null);
    else if (key === "Tab") return goOn(shiftKey ? -1 : 1);
    else if (altKey && event.code === "KeyZ") model.giveBack(field);
    else if (altKey && event.code === "KeyX") model.settle(field, null);
    else if (altKey && /^Digit[1-9]$/.test(event.code)) return choose(field, model, Number(event.code.slice(-1)));
    else return false;
    return true;
  }

  function goOn(step: 1 | -1): boolean {
    const isThere = model.focusNext(field.id, step);
    if (!isThere) leaveRegion(event.currentTarget, step);
    return isThere;
  }
}

/** Takes one of the sides that are offered: a document that is right, or a reading. */
function choose(field: FieldView, model: ValidationModel, number: number): boolean {
  const comparison = model.conflicts.get(field.id);
  const statement = comparison?.statements[number - 1];
  if (comparison && statement) {
    model.rule(comparison, statement.documentId);
    return true;
  }
  if (field.otherReading === null || number > 2) return false;
  chooseReading(field, model, number === 1 ? "now" : "before");
  return true;
}

/** Takes the later reading of a value, or keeps what stood before. */
export function chooseReading(field: FieldView, model: ValidationModel, which: "now" | "before"): void {
  const { was, now } = readingsOf(field);
  const value = which === "now" ? now : was;
  model.drafts.set(field.id, null);
  model.settle(field, value === "" ? null : value);
  model.focusNext(field.id, 1);
}

/** What the earlier reading, or the person, said, and what the later one says. */
export function readingsOf(field: FieldView): { readonly was: string; readonly now: string } {
  const other = field.otherReading ?? "";
  // A reading that lost the value leaves the field as it was, and says nothing now.
  if (field.status !== "suggested" || other === "") return { was: field.value, now: other };
  return { was: other, now: field.value };
}
