"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import type { FieldView } from "@/contracts/views/document";
import { parsePaste, pastedValue } from "@/domain/extraction/paste-lines";
import { api, wordsOf } from "@/ui/parts/api-client";
import type { ValidationModel } from "./model";
import { entryOf, reopened, settled } from "./settle";
import { emptySlot } from "./slots";

type LineEdit =
  | { readonly kind: "set"; readonly line: number; readonly name: string; readonly value: string }
  | { readonly kind: "insert" | "remove" | "close"; readonly line: number }
  | { readonly kind: "reopen"; readonly line: number; readonly name?: string };

/** What takes an act back: edits, the lines that held nothing before it, and texts that it left in cells. */
interface Undo {
  readonly edits: readonly LineEdit[];
  readonly emptyLines: readonly number[];
  readonly drafts: readonly string[];
}

interface Cell {
  readonly line: number;
  readonly name: string;
}

/** The grid's own acts: each is one request, and can be taken back. */
export interface LineEdits {
  /** Lines that a person made and that hold nothing yet. */
  readonly emptyLines: readonly number[];
  readonly paste: (text: string, from: Cell, lines: readonly number[], columns: readonly string[]) => void;
  readonly fillDown: (from: Cell, lines: readonly number[], isToTheEnd: boolean) => void;
  readonly insert: (line: number) => void;
  readonly remove: (line: number) => void;
  readonly undo: () => void;
}

export function useLineEdits(model: ValidationModel): LineEdits {
  const t = useTranslations("validation");
  const [emptyLines, setEmptyLines] = useState<readonly number[]>([]);
  const shownEmpty = useRef(emptyLines);
  useEffect(() => {
    shownEmpty.current = emptyLines;
  }, [emptyLines]);
  const undos = useRef<Undo[]>([]);
  const queue = useRef(Promise.resolve());
  const waiting = useRef(0);
  const at = ({ line, name }: Cell) => model.fields.find((field) => field.line === line && field.name === name);

  /** Kept before the answer is there: who takes back what is still under way means that, and not what came before it. */
  const remember = (edits: readonly LineEdit[], drafts: readonly string[] = []): Undo => {
    const back = edits.flatMap((edit) => inverse(edit, model.fields)).reverse();
    const undo = { edits: back, emptyLines: shownEmpty.current, drafts };
    undos.current.push(undo);
    return undo;
  };
  /** One request after the other, in the order in which they were asked for. */
  const send = (edits: readonly LineEdit[], back: Undo | null) => {
    if (edits.length === 0) return;
    const before = model.fields;
    model.replaceFields((fields) => shownAtOnce(fields, edits, model.document.id));
    waiting.current += 1;
    queue.current = queue.current.then(async () => {
      try {
        const answer = await api<{ fields: readonly FieldView[] }>(`/documents/${model.document.id}/lines`, {
          method: "POST",
          json: { edits },
        });
        // An answer knows nothing of what was asked for since; the last one knows it all.
        if (waiting.current === 1)
          model.replaceFields((fields) => [...fields.filter((field) => field.line === null), ...answer.fields]);
      } catch (error) {
        toast.error(wordsOf(error));
        undos.current = undos.current.filter((each) => each !== back);
        model.replaceFields(() => before);
      }
      waiting.current -= 1;
    });
  };
  const { cellSettled } = model;
  useEffect(() => {
    // What is typed into one cell is taken back as what is pasted into many; only after it arrived, for its own way is another.
    cellSettled.current = (before, request) => {
      undos.current.push({ edits: [backTo(before)], emptyLines: shownEmpty.current, drafts: [] });
      queue.current = queue.current.then(() => request);
    };
    return () => {
      cellSettled.current = null;
    };
  }, [cellSettled]);
  /** Sends what is a value; what is none stays in its cell, to be mended there. */
  const write = (cells: readonly (Cell & { readonly text: string })[]) => {
    const edits: LineEdit[] = [];
    const malformed: string[] = [];
    for (const { line, name, text } of cells) {
      const entry = entryOf(name, pastedValue(name, text));
      if (entry.kind === "malformed") {
        const field = at({ line, name }) ?? emptySlot(model.document.id, name, line);
        malformed.push(field.id);
        model.drafts.set(field.id, { text, place: null });
      } else if (entry.kind !== "absent") edits.push({ kind: "set", line, name, value: entry.value });
    }
    model.say(t("said.pasted", { count: edits.length }));
    if (malformed.length > 0) toast(t("said.pastedMalformed", { count: malformed.length }));
    if (edits.length + malformed.length > 0) send(edits, remember(edits, malformed));
  };
  return {
    emptyLines,
    paste: (text, from, lines, columns) => {
      const block = parsePaste(text);
      const firstColumn = Math.max(0, columns.indexOf(from.name));
      const names = block.columns ?? columns.slice(firstColumn);
      const below = lines.slice(Math.max(0, lines.indexOf(from.line)));
      const beyond = (lines.at(-1) ?? -1) + 1;
      const lineOf = (row: number) => below[row] ?? beyond + row - below.length;
      write(
        block.rows.flatMap((row, index) =>
          row.flatMap((cell, column) => {
            const name = names[column];
            return name && cell.trim() !== "" ? [{ line: lineOf(index), name, text: cell }] : [];
          }),
        ),
      );
    },
    fillDown: (from, lines, isToTheEnd) => {
      const position = lines.indexOf(from.line);
      const source = isToTheEnd ? from.line : (lines[position - 1] ?? from.line);
      const field = at({ line: source, name: from.name });
      const text = (field && model.drafts.get(field.id)?.text) ?? field?.value ?? "";
      const targets = isToTheEnd ? lines.slice(position + 1) : [from.line];
      if (text !== "" && source !== targets[0]) write(targets.map((line) => ({ line, name: from.name, text })));
    },
    insert: (line) => {
      const edits = [{ kind: "insert", line }] as const;
      const back = remember(edits);
      setEmptyLines((all) => [...all.map((each) => (each >= line ? each + 1 : each)), line]);
      send(edits, back);
    },
    remove: (line) => {
      const edits = model.fields.some((field) => field.line === line) ? ([{ kind: "remove", line }] as const) : [];
      const back = remember(edits);
      setEmptyLines((all) => all.filter((each) => each !== line));
      model.say(t("said.lineRemoved", { line: line + 1 }));
      send(edits, back);
    },
    undo: () => {
      const back = undos.current.pop();
      if (!back) {
        model.say(t("said.nothingToUndo"));
        return;
      }
      model.say(t("said.undone"));
      for (const id of back.drafts) model.drafts.set(id, null);
      setEmptyLines(back.emptyLines);
      send(back.edits, null);
    },
  };
}

/** What takes an edit back: the machine's suggestion stands again as one, a person's value as theirs, and nothing as nothing. */
export function inverse(edit: LineEdit, fields: readonly FieldView[]): readonly LineEdit[] {
  if (edit.kind === "insert") return [{ kind: "close", line: edit.line }];
  if (edit.kind === "remove") return fields.filter((field) => field.line === edit.line).map(backTo);
  if (edit.kind !== "set") return [];
  const cell = fields.find((field) => field.line === edit.line && field.name === edit.name);
  return [backTo(cell ?? emptySlot("", edit.name, edit.line))];
}

/** What makes a cell again what it was. */
export function backTo({ line, name, status, value }: FieldView): LineEdit {
  if (status === "suggested") return { kind: "reopen", line: line ?? 0, name };
  return { kind: "set", line: line ?? 0, name, value: status === "rejected" ? "" : value };
}

/** The fields as they will be; what must move first waits for the server. */
export function shownAtOnce(
  given: readonly FieldView[],
  edits: readonly LineEdit[],
  documentId: string,
): readonly FieldView[] {
  const takenBack = new Set(edits.flatMap((edit) => (edit.kind === "reopen" ? `${edit.line}.${edit.name}` : [])));
  const fields =
    takenBack.size === 0
      ? given
      : given.flatMap((field) => (takenBack.has(`${field.line}.${field.name}`) ? (reopened(field) ?? []) : field));
  const sets = new Map<string, Extract<LineEdit, { kind: "set" }>>();
  for (const edit of edits) if (edit.kind === "set") sets.set(`${edit.line}.${edit.name}`, edit);
  if (sets.size === 0) return fields;
  const changed = fields.map((field) => {
    const edit = sets.get(`${field.line}.${field.name}`);
    if (!edit) return field;
    sets.delete(`${field.line}.${field.name}`);
    return settled(field, edit.value === "" ? null : edit.value, null);
  });
  const added = [...sets.values()].map((edit) =>
    settled(emptySlot(documentId, edit.name, edit.line), edit.value, null),
  );
  return [...changed, ...added];
}
