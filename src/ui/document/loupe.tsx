"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { FieldView } from "@/contracts/views/document";
import { cn } from "@/ui/parts/cn";
import { Crop } from "./crop";
import { useDraft } from "./drafts";
import { useOriginWords } from "./field-origin";
import { ConflictChoice, ReadingChoice } from "./loupe-choices";
import { MethodIcon } from "./method-icon";
import type { ValidationModel } from "./model";
import { placeLoupe } from "./place-loupe";
import { isEmptySlot } from "./slots";
import { SurenessBar, surenessOf } from "./standing";

/**
 * The place of the value that is being checked, enlarged, right above its input, so that the eyes do not travel; where
 * something must be decided the sides stand next to each other, beside the values where the page leaves room. It moves
 * nothing.
 */
export function Loupe({ model }: { readonly model: ValidationModel }) {
  const { active, isFocused } = model;
  if (!active || !isFocused) return null;
  return <OpenLoupe field={active} model={model} />;
}

function OpenLoupe({ field, model }: { readonly field: FieldView; readonly model: ValidationModel }) {
  const t = useTranslations("validation");
  const names = useTranslations("field");
  const origin = useOriginWords(field);
  const draft = useDraft(model.drafts, field.id);
  const comparison = model.conflicts.get(field.id);
  const box = useRef<HTMLDivElement>(null);
  const isChoice = comparison !== undefined || field.otherReading !== null;
  const place = usePlace(model.root, box, field.id, isChoice && field.line === null);
  const isPassed = usePassing(box, field.id);
  const shown = draft?.place ? { box: draft.place.box, page: draft.place.page } : field;
  return (
    <div
      ref={box}
      data-testid="loupe"
      // A click on it must not take the focus from the input that it belongs to.
      onPointerDown={(event) => event.preventDefault()}
      className={cn(
        "fixed z-30 overflow-y-auto rounded-md border border-accent/50 bg-panel p-1.5 shadow-lift",
        // Where there is nothing to choose, the rows that it lies over keep their clicks, and are seen for them.
        !isChoice && "pointer-events-none transition-opacity",
        !isChoice && isPassed && "opacity-10",
      )}
      style={place}
    >
      {comparison ? (
        <ConflictChoice comparison={comparison} model={model} />
      ) : (
        <>
          {shown.box ? (
            <Crop field={shown} document={model.document} aspect={8.4} />
          ) : (
            <p className="flex h-9 items-center rounded-sm border border-dashed px-3 text-sm text-muted">
              {t(isEmptySlot(field) ? "askedPlace" : "noPlace")}
            </p>
          )}
          {field.otherReading === null ? null : <ReadingChoice field={field} model={model} />}
        </>
      )}
      <p className="mt-1 flex min-h-4 flex-wrap items-center gap-x-2.5 text-xs text-muted">
        <span className="font-medium text-text">
          {field.line === null ? "" : `${field.line + 1}. `}
          {names(field.name)}
        </span>
        {isEmptySlot(field) ? null : (
          <>
            <span className="inline-flex min-w-0 items-center gap-1">
              <MethodIcon method={draft?.place?.method ?? field.method} className="size-3" />
              <span className="break-words">{origin}</span>
            </span>
            {field.status === "suggested" ? (
              <span className="ml-auto inline-flex items-center gap-1.5">
                {t(`standing.${surenessOf(field.confidence)}`)}
                <SurenessBar confidence={field.confidence} />
              </span>
            ) : null}
          </>
        )}
      </p>
    </div>
  );
}

/** Whether the pointer moves over the box; it is asked of the page, because clicks go through the box. */
function usePassing(box: RefObject<HTMLElement | null>, fieldId: string): boolean {
  const [passed, setPassed] = useState<string | null>(null);
  useEffect(() => {
    const look = ({ clientX, clientY }: PointerEvent) => {
      const at = box.current?.getBoundingClientRect();
      const isOver = at && clientX >= at.left && clientX <= at.right && clientY >= at.top && clientY <= at.bottom;
      setPassed(isOver ? fieldId : null);
    };
    window.addEventListener("pointermove", look);
    return () => window.removeEventListener("pointermove", look);
  }, [box, fieldId]);
  return passed === fieldId;
}

/** Where it lies, measured anew whenever something scrolls. */
function usePlace(
  root: RefObject<HTMLElement | null>,
  box: RefObject<HTMLElement | null>,
  fieldId: string,
  isBeside: boolean,
): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({ visibility: "hidden", top: 0, left: 0 });
  useLayoutEffect(() => {
    const measure = () => {
      const anchor = root.current?.querySelector<HTMLElement>(`[data-field="${fieldId}"]`);
      const own = box.current;
      if (!anchor || !own) return;
      const bar = root.current?.querySelector("[data-bar]")?.getBoundingClientRect().bottom ?? 0;
      const floor = document.querySelector("[data-floor]")?.getBoundingClientRect();
      const room = { width: window.innerWidth, height: floor?.height ? floor.top : window.innerHeight };
      setPlace(
        placeLoupe({
          row: anchor.getBoundingClientRect(),
          // What is inside, and not what of it is shown.
          height: own.scrollHeight + (own.offsetHeight - own.clientHeight),
          window: room,
          ceiling: Math.max(bar, document.querySelector("[data-ceiling]")?.getBoundingClientRect().bottom ?? 0),
          isBeside,
        }),
      );
    };
    measure();
    // The height of what is inside follows from the width that was just set.
    const frame = requestAnimationFrame(measure);
    const watcher = new ResizeObserver(measure);
    if (box.current) watcher.observe(box.current);
    window.addEventListener("scroll", measure, true);
    window.addEventListener("resize", measure);
    return () => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
      window.removeEventListener("scroll", measure, true);
      window.removeEventListener("resize", measure);
    };
  }, [root, box, fieldId, isBeside]);
  return place;
}
