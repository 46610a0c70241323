"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, memo, useMemo } from "react";
import type { DocumentView, FieldView, WordView } from "@/contracts/views/document";
import { cn } from "@/ui/parts/cn";
import { useDraft } from "./drafts";
import type { ValidationModel } from "./model";
import { usePageWords } from "./page-words";
import { takeWord, useDrawing, type useRegion } from "./use-pointing";

interface Props {
  readonly page: DocumentView["pages"][number];
  readonly model: ValidationModel;
  readonly region: ReturnType<typeof useRegion>;
  /** CSS width of a page. */
  readonly width: string;
  readonly isInverted: boolean;
  readonly isDrawing: boolean;
}

/**
 * A page with a quiet box on everything that was read. What is looked at, on either side, stands out; while a field is
 * active the words can be taken for it, and a part of the page can be drawn to be read again.
 */
export function PageView({ page, model, region, width, isInverted, isDrawing }: Props) {
  const t = useTranslations("validation");
  const names = useTranslations("field");
  const { document, active, lit } = model;
  const drawing = useDrawing(model, page, region.readPart, isDrawing);
  const words = usePageWords(document.id, page.number, active !== null);
  const own = useMemo(
    () => model.fields.filter((field) => field.page === page.number && field.box),
    [model.fields, page.number],
  );
  const draft = useDraft(model.drafts, active?.id ?? "");
  const litField = own.find((field) => field.id === lit);
  const litBox = draft?.place && lit === active?.id ? null : litField?.box;
  const click = (event: MouseEvent<HTMLElement>) => {
    if (drawing.wasDrawn()) return;
    // With Shift the word counts that lies under the box of another value.
    const targets = event.shiftKey
      ? window.document.elementsFromPoint(event.clientX, event.clientY).filter((each) => !each.matches("[data-box]"))
      : [event.target as Element];
    const boxed = targets.find((each) => each.matches("[data-box]"))?.getAttribute("data-box");
    const at = targets.find((each) => each.matches("[data-word]"))?.getAttribute("data-word");
    const word = words[Number(at ?? "-1")];
    if (boxed) model.focus(boxed);
    else if (word) takeWord(model, page, word, words);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: every box is reached by its field, and every word can be typed
    <figure
      data-page={page.number}
      className={cn(
        "relative mx-auto mb-4 select-none bg-white shadow-lift last:mb-0",
        isInverted ? "hue-rotate-180 invert" : "dark:brightness-90",
        isDrawing ? "cursor-crosshair touch-none" : "",
      )}
      style={{ aspectRatio: page.aspect, width }}
      onClick={click}
      onMouseOver={(event) => model.hover((event.target as HTMLElement).dataset.box ?? null)}
      onMouseLeave={() => model.hover(null)}
      onFocus={() => undefined}
      {...drawing.handlers}
    >
      {/* The picture lies behind the session and is served as it is. */}
      <img
        src={`/api/v1/documents/${document.id}/pages/${page.number}/image`}
        alt={t("page", { number: page.number, count: document.pages.length })}
        draggable={false}
        className="size-full"
      />
      <Words words={words} />
      {own.map((field) => (
        <PageBox
          key={field.id}
          field={field}
          name={names(field.name)}
          isMuted={active !== null && (active.id === field.id || active.value === "")}
        />
      ))}
      {litBox ? (
        <Frame
          box={litBox}
          className="bg-[oklch(0.78_0.11_203/0.22)] outline-2 outline-offset-1 outline-[oklch(0.5_0.1_203)]"
        />
      ) : null}
      {draft?.place?.page === page.number ? (
        <Frame
          box={draft.place.box}
          className="bg-[oklch(0.75_0.13_155/0.22)] outline-2 outline-offset-1 outline-[oklch(0.5_0.12_155)]"
        />
      ) : null}
      {drawing.drawn ? (
        <Frame
          box={drawing.drawn}
          className="bg-[oklch(0.78_0.11_203/0.18)] outline-2 outline-dashed outline-[oklch(0.5_0.1_203)]"
        />
      ) : null}
    </figure>
  );
}

type Box = NonNullable<FieldView["box"]>;

function Frame({ box, className }: { readonly box: Box; readonly className: string }) {
  return (
    <span
      aria-hidden
      className={cn("pointer-events-none absolute z-20 rounded-[2px]", className)}
      style={styleOf(box)}
    />
  );
}

/** A box with a little air around it. */
function styleOf({ x, y, width, height }: Box) {
  return {
    left: `${x * 100 - 0.3}%`,
    top: `${y * 100 - 0.2}%`,
    width: `${width * 100 + 0.6}%`,
    height: `${height * 100 + 0.4}%`,
  };
}

/** Where words are, so faint that the page stays a page; the pointer brings one out. */
const Words = memo(function Words({ words }: { readonly words: readonly WordView[] }) {
  return (
    <span aria-hidden className="absolute inset-0">
      {words.map((word, index) => (
        <span
          key={`${word.box.x},${word.box.y},${word.text}`}
          data-word={index}
          className="absolute cursor-copy rounded-[1px] border-b border-dotted border-[oklch(0.55_0.06_203/0.35)] hover:bg-[oklch(0.75_0.13_155/0.3)]"
          style={{
            left: `${word.box.x * 100}%`,
            top: `${word.box.y * 100}%`,
            width: `${word.box.width * 100}%`,
            height: `${word.box.height * 100}%`,
          }}
        />
      ))}
    </span>
  );
});

interface BoxProps {
  readonly field: FieldView;
  readonly name: string;
  /** While its own field is active, or an empty one waits for a word, the words under the box can be taken. */
  readonly isMuted: boolean;
}

const PageBox = memo(function PageBox({ field, name, isMuted }: BoxProps) {
  if (!field.box) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-box={field.id}
      aria-label={`${name}: ${field.value}`}
      className={cn(
        "absolute rounded-[3px]",
        isMuted && "pointer-events-none",
        field.isUnsure
          ? "bg-[oklch(0.88_0.14_88/0.28)] outline-[1.5px] outline-[oklch(0.55_0.13_66)]"
          : "outline-1 outline-[oklch(0.5_0.08_203/0.75)] hover:bg-[oklch(0.8_0.1_203/0.14)]",
      )}
      style={styleOf(field.box)}
    />
  );
});
