"use client";

import { useEffect, useRef, useState } from "react";
import { droppedFiles } from "./dropped-files";

/**
 * Takes files that are dropped anywhere in the window, on the frame of the page as well: whoever lets go a little beside
 * the list would else see the browser open the file. Says whether files are held over it.
 */
export function useWindowDrop(take: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    // Nothing is entered where the pointer leaves the window.
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer || !holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void droppedFiles(event.dataTransfer).then((files) => latest.current(files));
    };
    const heard = { dragenter: hold, dragover: hold, dragleave: leave, drop } as const;
    const names = Object.keys(heard) as (keyof typeof heard)[];
    for (const name of names) window.addEventListener(name, heard[name]);
    return () => {
      for (const name of names) window.removeEventListener(name, heard[name]);
    };
  }, []);
  return isOver;
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
