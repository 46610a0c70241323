"use client";

import { ChevronDown, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useSyncExternalStore } from "react";
import { Button } from "@/ui/parts/button";
import { DropdownMenu, MenuItem } from "@/ui/parts/dropdown-menu";

interface Props {
  readonly label: string;
  /** The fields that may be added. */
  readonly names: readonly string[];
  /** Adds one, and puts the focus where it is to be filled. */
  readonly onAdd: (name: string) => void;
  readonly className?: string;
}

/** What the server drew cannot be pressed until the browser has woken it. */
const NEVER = () => () => undefined;
const isHere = () => true;
const isNotHere = () => false;

/** The fields that are not there, to add one of them: arrows only look through them, Enter or a click takes one. */
export function AddMenu({ label, names, onAdd, className }: Props) {
  const fields = useTranslations("field");
  const chosen = useRef<string | null>(null);
  const isAwake = useSyncExternalStore(NEVER, isHere, isNotHere);
  return (
    <DropdownMenu
      trigger={
        <Button look="bare" size="small" className={className} disabled={!isAwake}>
          <Plus aria-hidden />
          {label}
          <ChevronDown aria-hidden />
        </Button>
      }
      onCloseAutoFocus={(event) => {
        const name = chosen.current;
        chosen.current = null;
        // Who took nothing is where they were; who took something goes on there.
        if (name === null) return;
        event.preventDefault();
        onAdd(name);
      }}
    >
      {names.map((name) => (
        <MenuItem
          key={name}
          onSelect={() => {
            chosen.current = name;
          }}
        >
          {fields(name)}
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
