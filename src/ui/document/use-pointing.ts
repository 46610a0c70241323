"use client";

import { useTranslations } from "next-intl";
import { type PointerEvent, useRef, useState } from "react";
import { toast } from "sonner";
import type { DocumentView, FieldView, RegionView, WordView } from "@/contracts/views/document";
import { boxAroundAll, textOfWords, wordsIn } from "@/domain/extraction/compose-words";
import { parseField } from "@/domain/extraction/parse-field";
import { api, wordsOf } from "@/ui/parts/api-client";
import type { ValidationModel } from "./model";
import { loadWords } from "./page-words";

type Box = NonNullable<FieldView["box"]>;

/** A pointer that moves less than this, in pixels, clicks; one that moves more draws. */
const DRAWN = 5;
/** What is read around a box that the reader had found, in heights of it. */
const AROUND = 0.35;

/** Takes a word as the value of the active field; the next ones are added to it, in the order of the page. */
export function takeWord(
  model: ValidationModel,
  page: DocumentView["pages"][number],
  word: WordView,
  all: readonly WordView[],
): void {
  const field = model.active;
  if (!field) return;
  const before = model.drafts.get(field.id)?.place;
  const taken = before?.page === page.number ? wordsIn(all, before.box) : [];
  const words = wordsIn(all, boxAroundAll([...taken, word].map((each) => each.box)) ?? word.box);
  compose(model, field, page, words);
}

function compose(
  model: ValidationModel,
  field: FieldView,
  page: DocumentView["pages"][number],
  words: readonly WordView[],
): void {
  const box = boxAroundAll(words.map((word) => word.box));
  if (!box) return;
  const raw = textOfWords(words);
  model.propose(field, {
    text: parseField(field.name, raw) ?? raw,
    place: { page: page.number, box, method: page.method, raw },
  });
}

/** Reads a part of a page again and proposes what it says for the field; nothing is settled by it. */
export function useRegion(model: ValidationModel) {
  const t = useTranslations("validation");
  const [isReading, setReading] = useState(false);
  const readPart = async (field: FieldView, page: number, box: Box) => {
    const before = model.drafts.get(field.id);
    setReading(true);
    model.say(t("said.reading"));
    try {
      const part = await api<RegionView>(`/documents/${model.document.id}/regions`, {
        method: "POST",
        json: { page, box, name: field.name },
      });
      if (part.text === "") {
        model.say(t("said.nothingRead"));
        toast(t("said.nothingRead"));
        return;
      }
      const { text, value, method } = part;
      if (model.drafts.get(field.id) !== before) {
        // What was typed meanwhile is newer than the answer.
        model.say(t("said.readMeanwhile", { value: value ?? text }));
        return;
      }
      model.propose(field, { text: value ?? text, place: { page, box: part.box, method, raw: text.slice(0, 4_000) } });
      model.say(t("said.readAgain", { value: value ?? text }));
    } catch (error) {
      toast.error(wordsOf(error));
    } finally {
      setReading(false);
    }
  };
  /** The keyboard's way: the place of the active value is read once more, with a little around it. */
  const readActive = () => {
    const field = model.active;
    if (!field) return;
    const place = model.drafts.get(field.id)?.place ?? field;
    if (!place.box || place.page === null) {
      model.say(t("said.noPlace"));
      toast(t("said.noPlace"));
      return;
    }
    void readPart(field, place.page, around(place.box));
  };
  return { isReading, readPart, readActive };
}

function around(box: Box): Box {
  const margin = box.height * AROUND;
  const x = Math.max(0, box.x - margin);
  const y = Math.max(0, box.y - margin);
  return { x, y, width: Math.min(1 - x, box.width + 2 * margin), height: Math.min(1 - y, box.height + 2 * margin) };
}

/** A box that is drawn on a page with mouse or pen; it closes around the words in it. A finger scrolls, unless it is asked to draw. */
export function useDrawing(
  model: ValidationModel,
  page: DocumentView["pages"][number],
  readPart: (field: FieldView, page: number, box: Box) => Promise<void>,
  isAsked: boolean,
) {
  const t = useTranslations("validation");
  const from = useRef<{ x: number; y: number } | null>(null);
  const isMoved = useRef(false);
  const [drawn, setDrawn] = useState<Box | null>(null);
  const at = (event: PointerEvent<HTMLElement>) => {
    const area = event.currentTarget.getBoundingClientRect();
    return {
      x: Math.min(1, Math.max(0, (event.clientX - area.left) / area.width)),
      y: Math.min(1, Math.max(0, (event.clientY - area.top) / area.height)),
      pixels: area.width,
    };
  };
  const finish = async (box: Box) => {
    const field = model.active;
    if (!field) {
      toast(t("chooseFirst"));
      return;
    }
    const words = wordsIn(await loadWords(model.document.id, page.number).catch(() => []), box);
    const snapped = boxAroundAll(words.map((word) => word.box)) ?? box;
    await readPart(field, page.number, snapped);
  };
  return {
    drawn,
    /** Whether the click that follows belongs to a box that was drawn. */
    wasDrawn: () => isMoved.current,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        isMoved.current = false;
        if (event.button !== 0 || (event.pointerType === "touch" && !isAsked)) return;
        from.current = at(event);
        // The input keeps the focus, and nothing is marked or dragged.
        event.preventDefault();
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (!from.current) return;
        const now = at(event);
        const [dx, dy] = [Math.abs(now.x - from.current.x), Math.abs(now.y - from.current.y)];
        if (!isMoved.current && dx * now.pixels < DRAWN && dy * now.pixels < DRAWN) return;
        if (!isMoved.current) event.currentTarget.setPointerCapture(event.pointerId);
        isMoved.current = true;
        setDrawn({ x: Math.min(now.x, from.current.x), y: Math.min(now.y, from.current.y), width: dx, height: dy });
      },
      onPointerUp: () => {
        from.current = null;
        if (drawn && drawn.width > 0 && drawn.height > 0) void finish(drawn);
        setDrawn(null);
      },
      onPointerCancel: () => {
        from.current = null;
        setDrawn(null);
      },
    },
  };
}
