import { type RefObject, useEffect, useRef } from "react";

/**
 * Puts the focus on a field whose row the change just made will draw, as soon as that is drawn. It is told by the drawing
 * itself: a busy browser shows frames before it has drawn what was asked of it.
 */
export function useFocusWhenDrawn(root: RefObject<HTMLElement | null>) {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const input = root.current?.querySelector<HTMLInputElement>(`[data-field="${wanted.current}"] input`);
    if (!input) return;
    wanted.current = null;
    input.focus();
  });
  return {
    want: (fieldId: string) => {
      wanted.current = fieldId;
    },
    /** Whoever went elsewhere meanwhile stays there. */
    forget: () => {
      wanted.current = null;
    },
  };
}
