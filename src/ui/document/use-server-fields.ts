"use client";

import { useRouter } from "next/navigation";
import { type Dispatch, type SetStateAction, useEffect, useMemo, useRef, useState } from "react";
import type { DocumentView, FieldView } from "@/contracts/views/document";
import { forget, recall } from "./known-fields";
import { isOlderDrawing } from "./older-drawing";
import type { Sibling } from "./slots";

/** How long after the arrival the page is drawn anew, when it was fetched ahead. */
const REFRESH_MS = 600;

interface ServerFields {
  readonly fields: readonly FieldView[];
  readonly setFields: Dispatch<SetStateAction<readonly FieldView[]>>;
  /** Every document of the shipment, in its order. */
  readonly papers: readonly Sibling[];
  /** Those but this one. */
  readonly siblings: readonly Sibling[];
  readonly setPapers: Dispatch<SetStateAction<readonly Sibling[]>>;
  /** Follows a request, so that no older drawing replaces what it is about to settle. */
  readonly track: (request: Promise<unknown>) => Promise<void>;
}

/**
 * The fields as the server drew them, and as this browser has changed them since. A page that was fetched ahead is
 * older than what was done on the way to it, so it is shown with that, and drawn anew a moment later.
 */
export function useServerFields(document: DocumentView, given: readonly Sibling[]): ServerFields {
  const router = useRouter();
  const [fields, setFields] = useState<readonly FieldView[]>(() => recall(document.id) ?? document.fields);
  const [papers, setPapers] = useState<readonly Sibling[]>(() => given.map(asKnown));
  const underWay = useRef(0);
  const isFirst = useRef(true);
  const shown = useRef(fields);
  const isAskedAgain = useRef(false);
  useEffect(() => {
    shown.current = fields;
  }, [fields]);

  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      const isAhead = given.some((each) => recall(each.id) !== null);
      if (!isAhead) return undefined;
      const timer = setTimeout(() => router.refresh(), REFRESH_MS);
      return () => clearTimeout(timer);
    }
    // While something is under way the server's drawing may be older; the next one comes after it.
    if (underWay.current > 0) {
      isAskedAgain.current = false;
      return undefined;
    }
    // A drawing that was on its way while a value was settled, and answered first, would open that value again.
    if (!isAskedAgain.current && isOlderDrawing(shown.current, document.fields)) {
      isAskedAgain.current = true;
      router.refresh();
      return undefined;
    }
    isAskedAgain.current = false;
    forget(given.map((each) => each.id));
    setFields(document.fields);
    setPapers(given);
    return undefined;
  }, [document, given, router]);

  const track = async (request: Promise<unknown>) => {
    underWay.current += 1;
    await request;
    underWay.current -= 1;
  };
  const siblings = useMemo(() => papers.filter((each) => each.id !== document.id), [papers, document.id]);
  return { fields, setFields, papers, siblings, setPapers, track };
}

function asKnown(sibling: Sibling): Sibling {
  const fields = recall(sibling.id);
  return fields ? { ...sibling, fields } : sibling;
}
