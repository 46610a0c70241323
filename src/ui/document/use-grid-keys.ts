"use client";

import type { ClipboardEvent, KeyboardEvent } from "react";
import type { ValidationModel } from "./model";
import type { LineEdits } from "./use-line-edits";

interface Given {
  readonly model: ValidationModel;
  readonly edits: LineEdits;
  /** The numbers of the lines from the top, and the columns from the left. */
  readonly lines: readonly number[];
  readonly columns: readonly string[];
  /** Puts the focus on a cell; false beyond the edge. */
  readonly focusCell: (position: number, column: number) => boolean;
}

interface CellPlace {
  readonly line: number;
  readonly name: string;
  readonly position: number;
  readonly column: number;
  readonly fieldId: string;
  readonly input: HTMLInputElement;
}

/** The keys of a spreadsheet, and what is pasted into it. They come before those of the input. */
export function useGridKeys({ model, edits, lines, columns, focusCell }: Given) {
  const placeOf = (target: EventTarget): CellPlace | null => {
    const cell = (target as HTMLElement).closest<HTMLElement>("[data-line]");
    if (!cell || !(target instanceof HTMLInputElement)) return null;
    const line = Number(cell.dataset.line);
    const column = Number(cell.dataset.column);
    const name = columns[column] ?? "";
    return { line, name, column, position: lines.indexOf(line), fieldId: cell.dataset.field ?? "", input: target };
  };
  const removeLine = ({ line, position, column }: CellPlace) => {
    focusCell(position === lines.length - 1 ? position - 1 : position + 1, column);
    edits.remove(line);
  };
  const command = (event: KeyboardEvent, place: CellPlace): boolean => {
    const isControl = event.ctrlKey || event.metaKey;
    if (isControl && event.code === "KeyD") edits.fillDown(place, lines, event.shiftKey);
    else if (isControl && event.code === "KeyZ" && model.drafts.get(place.fieldId) === null) edits.undo();
    else if (event.altKey && event.key === "Insert") edits.insert(lines[place.position + 1] ?? place.line + 1);
    else if (event.altKey && event.key === "Delete") removeLine(place);
    else return false;
    return true;
  };
  const move = ({ key }: KeyboardEvent, { position, column, input }: CellPlace): boolean => {
    if (key === "ArrowDown") return focusCell(position + 1, column);
    if (key === "ArrowUp") return focusCell(position - 1, column);
    if (key === "ArrowRight" && isAtEnd(input)) return focusCell(position, column + 1);
    return key === "ArrowLeft" && isAtStart(input) && focusCell(position, column - 1);
  };
  /** What is asked is answered and the next question follows; elsewhere Enter writes and goes down, as in a spreadsheet. */
  const enter = (step: 1 | -1, { fieldId, position, column }: CellPlace): boolean => {
    if (model.open.some((field) => field.id === fieldId)) return false;
    const field = model.fields.find((each) => each.id === fieldId) ?? model.active;
    const draft = model.drafts.get(fieldId);
    const isWritten = draft !== null && (draft.text.trim() !== "" || field?.value !== "");
    if (field && isWritten && !model.confirm(field)) return true;
    focusCell(position + step, column);
    return true;
  };
  const act = (event: KeyboardEvent, place: CellPlace): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return command(event, place);
    return event.key === "Enter" ? enter(event.shiftKey ? -1 : 1, place) : move(event, place);
  };
  return {
    onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => {
      const place = placeOf(event.target);
      if (place && !event.nativeEvent.isComposing && act(event, place)) event.preventDefault();
    },
    onPaste: (event: ClipboardEvent<HTMLElement>) => {
      const text = event.clipboardData.getData("text/plain");
      const place = placeOf(event.target);
      // A single text goes into the input as ever.
      if (!place || !/[\t\n]/.test(text.trim())) return;
      event.preventDefault();
      edits.paste(text, place, lines, columns);
    },
  };
}

/** Whether the caret cannot go further, or the whole text is marked, as when the cell was just entered. */
function isAtEnd({ selectionStart, selectionEnd, value }: HTMLInputElement): boolean {
  return selectionEnd === value.length && (selectionStart === selectionEnd || selectionStart === 0);
}

function isAtStart({ selectionStart, selectionEnd, value }: HTMLInputElement): boolean {
  return selectionStart === 0 && (selectionEnd === 0 || selectionEnd === value.length);
}
