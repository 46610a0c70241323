"use client";

import { useEffect, useState } from "react";
import type { WordView } from "@/contracts/views/document";
import { api } from "@/ui/parts/api-client";

/** Words of pages, kept while the browser's page lives and nowhere else: they name people. */
const kept = new Map<string, Promise<readonly WordView[]>>();
const NONE: readonly WordView[] = [];

/** The words of a page; asked for once, and not before somebody looks for one. */
export function loadWords(documentId: string, page: number): Promise<readonly WordView[]> {
  const key = `${documentId}/${page}`;
  const words =
    kept.get(key) ??
    api<{ words: readonly WordView[] }>(`/documents/${documentId}/pages/${page}/words`).then((answer) => answer.words);
  kept.set(key, words);
  // What failed is asked for again the next time.
  words.catch(() => kept.delete(key));
  return words;
}

/** The words of a page as soon as they are wanted and there. */
export function usePageWords(documentId: string, page: number, isWanted: boolean): readonly WordView[] {
  const [words, setWords] = useState(NONE);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isOver = false;
    void loadWords(documentId, page).then(
      (found) => isOver || setWords(found),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [documentId, page, isWanted]);
  return words;
}
